/** Thrown by a field for a value that it does not take; the message is Jira's. */
export class BadValue extends Error {}
