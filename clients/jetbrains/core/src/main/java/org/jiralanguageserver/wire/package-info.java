/** How the types of the protocol go over the wire. */
package org.jiralanguageserver.wire;
