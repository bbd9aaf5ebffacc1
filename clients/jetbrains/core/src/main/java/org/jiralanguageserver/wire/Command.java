package org.jiralanguageserver.wire;

/**
 * A command of {@code workspace/executeCommand}.
 *
 * @param name its name on the wire, for instance {@code jira.signIn}
 * @param title for menus
 * @param arguments what it takes
 * @param result what it gives; {@link Void} where that is nothing
 */
public record Command<A, R>(String name, String title, Class<A> arguments, Class<R> result) {}
