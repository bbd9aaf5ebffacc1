// Generated from protocol/ by scripts/generate.ts; do not edit.

/** The protocol of the agent: its types, and the tables of its requests and commands. */
package org.jiralanguageserver.protocol;
