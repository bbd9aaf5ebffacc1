import { jiraError } from '../errors.ts';
import type { Exchange } from '../exchange.ts';
import { html, Refusal } from '../replies.ts';
import { tomcatPage } from '../pages.ts';

/** The body of a request as a JSON object. @throws {Refusal} 400, or 415 for a body that does not say it is JSON */
export function readJsonObject(exchange: Exchange): Record<string, unknown> {
  if (!/^application\/json\b/i.test(exchange.headers['content-type'] ?? '')) {
    throw new Refusal(html(415, tomcatPage(415, 'Unsupported Media Type', 'Unsupported Media Type')));
  }
  try {
    const value: unknown = JSON.parse(exchange.body.toString('utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch (error) {
    throw jiraError(400, [`Unexpected character: ${(error as Error).message}`]);
  }
  throw jiraError(400, ['Can not deserialize instance out of START_ARRAY token']);
}

/** A query parameter that is a whole number. @throws {Refusal} 404 for anything else, as Jersey has it */
export function wholeNumber(exchange: Exchange, name: string, byDefault: number): number {
  const text = exchange.parameter(name);
  if (text === undefined || text === '') return byDefault;
  if (!/^-?\d{1,9}$/.test(text)) throw new Refusal(html(404, tomcatPage(404, 'Not Found', exchange.path)));
  return Number(text);
}
