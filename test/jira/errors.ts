import type { Exchange } from './exchange.ts';
import { percentEncode } from './oauth/encoding.ts';
import { json, Refusal, xml, type Reply } from './replies.ts';

/** Jira's usual error: messages for the whole, and messages by field. */
export function jiraError(status: number, messages: readonly string[], errors: Readonly<Record<string, string>> = {}): Refusal {
  return new Refusal(json(status, { errorMessages: messages, errors }));
}

/** The 401 of somebody who is not logged in, in the shape of the version. */
export function unauthorized(exchange: Exchange): Refusal {
  if (exchange.site.settings.unauthorizedShape === 'jira') {
    return jiraError(401, ['You are not authenticated. Authentication required to perform this operation.']);
  }
  const message = 'Client must be authenticated to access this resource.';
  return new Refusal(
    exchange.acceptsJson
      ? json(401, { message, 'status-code': 401 })
      : xml(401, `<status><status-code>401</status-code><message>${message}</message></status>`),
  );
}

/** An issue that is not there, or is not for this user. */
export function noSuchIssue(): Refusal {
  return jiraError(404, ['Issue Does Not Exist']);
}

/** The challenge that every 401 and 403 of Jira carries; there is none for Basic. */
export function challenge(reply: Reply, baseUrl: string): Reply['headers'] {
  const refused = reply.status === 401 || reply.status === 403;
  if (!refused || 'WWW-Authenticate' in reply.headers) return {};
  return { 'WWW-Authenticate': `OAuth realm="${percentEncode(baseUrl)}"` };
}
