/** The features that documents with a query have in the place of those of other documents. */
import type { TextDocumentIdentifier } from 'vscode-languageserver/node';
import type { Feature, FeatureTypes } from '../feature.ts';
import { isJql } from './jql-document.ts';

/** The requests that are about one document. */
type DocumentMethod = { [M in keyof FeatureTypes]: FeatureTypes[M][0] extends { textDocument: TextDocumentIdentifier } ? M : never }[keyof FeatureTypes];

/** A feature that is another one in documents that hold a query. Where that one has nothing to say, it is what it is elsewhere. */
export function byLanguage<M extends DocumentMethod>(jql: Feature<M>, other: Feature<M>): Feature<M> {
  return async (params, context, signal) => {
    const document = context.documents.get(params.textDocument.uri);
    const found = document !== undefined && isJql(document) ? await jql(params, context, signal) : null;
    return found ?? other(params, context, signal);
  };
}
