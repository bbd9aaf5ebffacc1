/** The panels, in plain Swing: nothing of an IDE. */
package org.jiralanguageserver.ui;
