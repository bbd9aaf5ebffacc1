/**
 * What screens show and do, without a screen.
 *
 * <p>A model belongs to one thread, that of the executor it was made with: it is made, read, told and closed there, and
 * calls its listeners there. What it shows is one immutable state; whoever shows it shows all of it.
 */
package org.jiralanguageserver.model;
