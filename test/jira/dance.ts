import { Browser } from './browser.ts';
import { TestConsumer, type Signing } from './consumer.ts';
import type { Jira } from './jira.ts';

/** A consumer that goes through the authorization step by step. */
export class Dance {
  readonly consumer: TestConsumer;
  readonly #jira: Jira;

  /** Makes the consumer's application link, too. */
  constructor(jira: Jira, consumer: TestConsumer, name = consumer.key) {
    this.consumer = consumer;
    this.#jira = jira;
    jira.createApplicationLink({ consumerKey: consumer.key, publicKey: consumer.publicKey, name });
  }

  /** The address of one of the servlets. */
  servlet(name: 'request-token' | 'authorize' | 'access-token'): string {
    return `${this.#jira.baseUrl}/plugins/servlet/oauth/${name}`;
  }

  /** Asks for a request token. @throws {Error} when it is refused */
  async requestToken(callback = 'oob'): Promise<string> {
    const answer = await this.consumer.send('POST', this.servlet('request-token'), { oauth: { oauth_callback: callback } });
    return (await granted(answer)).get('oauth_token') ?? '';
  }

  /** Decides as alice; gives the code that the page shows, if it does. */
  async decide(token: string, decision: 'allow' | 'deny' = 'allow'): Promise<string> {
    const page = await new Browser().authorize(`${this.servlet('authorize')}?oauth_token=${token}`, { user: 'alice', decision });
    return page.verifier ?? '';
  }

  /** Asks for an access token in exchange for a token. */
  exchange(token: string, oauth: Signing['oauth'] = {}): Promise<Response> {
    return this.consumer.send('POST', this.servlet('access-token'), { oauth: { oauth_token: token, ...oauth } });
  }

  /** Goes all the way; gives what came with the access token. @throws {Error} when it is refused */
  async accessToken(): Promise<URLSearchParams> {
    const token = await this.requestToken();
    return granted(await this.exchange(token, { oauth_verifier: await this.decide(token) }));
  }
}

async function granted(answer: Response): Promise<URLSearchParams> {
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`HTTP ${answer.status}: ${text}`);
  return new URLSearchParams(text);
}
