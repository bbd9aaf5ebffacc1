/** The part that knows the IDE. */
package org.jiralanguageserver.ide;
