/** What tests are made of: the honest Jira, the built agent, a person in front of a browser. */
package org.jiralanguageserver.testing;
