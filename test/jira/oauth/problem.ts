import type { Parameter } from '../exchange.ts';
import type { Reply } from '../replies.ts';
import { formEncode, percentEncode } from './encoding.ts';

const statusOf: Readonly<Record<string, number>> = {
  version_rejected: 400,
  parameter_absent: 400,
  parameter_rejected: 400,
  timestamp_refused: 400,
  signature_method_rejected: 400,
  consumer_key_unknown: 401,
  consumer_key_rejected: 401,
  token_rejected: 401,
  token_expired: 401,
  token_used: 401,
  token_revoked: 401,
  signature_invalid: 401,
  nonce_used: 401,
  permission_unknown: 401,
  permission_denied: 401,
  additional_authorization_required: 401,
  user_refused: 503,
  consumer_key_refused: 503,
};

/** Why a signed request is refused, in the words of OAuth's problem reporting extension. */
export class OAuthProblem extends Error {
  override readonly name = 'OAuthProblem';
  readonly problem: string;
  readonly parameters: readonly Parameter[];

  constructor(problem: string, parameters: readonly Parameter[] = []) {
    super(problem);
    this.problem = problem;
    this.parameters = parameters;
  }

  /** The answer, as net.oauth's servlet gives it; the realm is a URL. */
  reply(realm: string): Reply {
    const parameters: Parameter[] = [['oauth_problem', this.problem], ...this.parameters];
    const challenge = parameters.map(([name, value]) => `, ${percentEncode(name)}="${percentEncode(value)}"`).join('');
    return {
      status: statusOf[this.problem] ?? 403,
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8',
        'WWW-Authenticate': `OAuth realm="${percentEncode(realm)}"${challenge}`,
      },
      body: formEncode(parameters),
    };
  }
}
