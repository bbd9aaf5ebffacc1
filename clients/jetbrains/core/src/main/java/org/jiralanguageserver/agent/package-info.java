/** The process of the agent, and what is said to it. */
package org.jiralanguageserver.agent;
