import { applicationLinksUrl, authenticationOptions, personalAccessTokensUrl } from '../../core/jira/server-info.ts';
import { probeServer } from '../../core/providers/probe.ts';
import type { Handler } from '../handler.ts';

/** `jira/probe`: who the server is and which ways in it has; nothing is stored. */
export const probe: Handler<'jira/probe'> = async ({ baseUrl, network }, { core }, signal) => {
  const link = await core.connections.connect(network);
  try {
    const found = await probeServer(baseUrl, (url) => core.connections.client(link, url), signal);
    return {
      baseUrl: found.baseUrl,
      server: found.server,
      authentication: authenticationOptions(found.server, found.tokens),
      applicationLinksUrl: applicationLinksUrl(found.baseUrl),
      personalAccessTokensUrl: personalAccessTokensUrl(found.baseUrl),
      warnings: [...found.warnings],
    };
  } finally {
    await link.http.close();
  }
};
