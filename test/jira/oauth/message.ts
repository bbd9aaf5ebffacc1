import type { Exchange, Parameter } from '../exchange.ts';
import { OAuthProblem } from './problem.ts';

/** A signed request: its method, its URL as the server sees it, and every parameter of header, query and form. */
export interface OAuthMessage {
  readonly method: string;
  readonly url: string;
  readonly parameters: readonly Parameter[];
}

/** Collects the parameters of a request from the three places where OAuth allows them. */
export function readMessage(exchange: Exchange): OAuthMessage {
  return {
    method: exchange.method,
    url: exchange.site.seenUrl(exchange),
    parameters: [...headerParameters(exchange.headers.authorization ?? ''), ...exchange.query, ...exchange.form],
  };
}

/** Takes `Authorization: OAuth a="b", …` apart; nothing for any other scheme. */
export function headerParameters(header: string): Parameter[] {
  if (!/^oauth(\s|$)/i.test(header)) return [];
  return [...header.slice('oauth'.length).matchAll(/\s*([^=,\s]+)="([^"]*)"/g)]
    .map(([, name = '', value = '']): Parameter => [decode(name), decode(value)])
    .filter(([name]) => name !== 'realm');
}

/** The first value of a parameter. */
export function valueOf(message: OAuthMessage, name: string): string | undefined {
  return message.parameters.find(([key]) => key === name)?.[1];
}

/** @throws {OAuthProblem} `parameter_absent` with the names of those that are missing */
export function requireParameters(message: OAuthMessage, ...names: readonly string[]): void {
  const absent = names.filter((name) => valueOf(message, name) === undefined);
  if (absent.length > 0) {
    throw new OAuthProblem('parameter_absent', [['oauth_parameters_absent', absent.join('&')]]);
  }
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    throw new OAuthProblem('parameter_rejected', [['oauth_parameters_rejected', 'Authorization']]);
  }
}
