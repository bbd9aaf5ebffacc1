import { unauthorized } from '../errors.ts';
import type { Exchange } from '../exchange.ts';
import { escapeHtml, jiraPage } from '../pages.ts';
import { html, json, redirect, xml, type Reply } from '../replies.ts';
import type { Route } from '../router.ts';
import { timestamp } from '../shapes/dates.ts';

/** What Jira tells about itself, and the pages that a browser finds first. */
export const systemRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/rest/api/2/serverInfo', access: 'everybody', handle: serverInfo },
  { method: 'GET', pattern: '/rest/api/2/configuration', access: 'user', handle: configuration },
  { method: 'GET', pattern: '/status', access: 'everybody', handle: () => json(200, { state: 'RUNNING' }) },
  { method: 'GET', pattern: '/rest/applinks/1.0/manifest', access: 'everybody', handle: manifest },
  { method: 'GET', pattern: '/rest/applinks/latest/manifest', access: 'everybody', handle: manifest },
  { method: 'GET', pattern: '/plugins/servlet/oauth/consumer-info', access: 'everybody', handle: consumerInfo },
  { method: 'GET', pattern: '/', access: 'everybody', handle: toDashboard },
  { method: 'GET', pattern: '/secure/MyJiraHome.jspa', access: 'everybody', handle: toDashboard },
  { method: 'GET', pattern: '/secure/Dashboard.jspa', access: 'everybody', handle: dashboard },
];

function serverInfo(exchange: Exchange): Reply {
  const { site, identity } = exchange;
  const { version, buildNumber, buildDate, anonymousServerInfo, fullServerInfo } = site.profile;
  if (identity.user === undefined && !anonymousServerInfo && !site.settings.publicSite) throw unauthorized(exchange);
  return json(200, {
    baseUrl: site.baseUrl,
    version,
    versionNumbers: version.split('.').map(Number),
    deploymentType: 'Server',
    buildNumber,
    buildDate: timestamp(Date.parse(`${buildDate}T00:00:00Z`)),
    ...(fullServerInfo && { databaseBuildNumber: buildNumber }),
    serverTime: timestamp(site.now()),
    ...(fullServerInfo && { scmInfo: '98f6b160ab2ff5d8f9ec9088d10ba11ef78e8764' }),
    serverTitle: 'Honest Jira',
  });
}

/** As the REST documentation of Jira shows it. */
function configuration({ site }: Exchange): Reply {
  return json(200, {
    votingEnabled: true,
    watchingEnabled: true,
    unassignedIssuesAllowed: true,
    subTasksEnabled: true,
    issueLinkingEnabled: site.settings.issueLinking,
    timeTrackingEnabled: true,
    attachmentsEnabled: true,
    timeTrackingConfiguration: { workingHoursPerDay: 8, workingDaysPerWeek: 5, timeFormat: 'pretty', defaultUnit: 'minute' },
  });
}

function manifest({ site }: Exchange): Reply {
  const oauth = 'com.atlassian.applinks.api.auth.types.OAuthAuthenticationProvider';
  return xml(
    200,
    '<manifest><id>6b2b5c3d-3f0e-3b7c-9f5e-5f6f0f6f7a11</id><name>Honest Jira</name><typeId>jira</typeId>' +
      `<version>${site.profile.version}</version><buildNumber>${site.profile.buildNumber}</buildNumber>` +
      '<applinksVersion>9.0.1</applinksVersion>' +
      `<inboundAuthenticationTypes>${oauth}</inboundAuthenticationTypes>` +
      `<outboundAuthenticationTypes>${oauth}</outboundAuthenticationTypes>` +
      `<publicSignup>false</publicSignup><url>${escapeHtml(site.baseUrl)}</url></manifest>`,
  );
}

function consumerInfo(): Reply {
  return xml(
    200,
    '<consumer><key>jira:6b2b5c3d-3f0e-3b7c-9f5e-5f6f0f6f7a11</key><name>Honest Jira</name>' +
      '<description>Atlassian Jira</description></consumer>',
  );
}

function toDashboard({ site }: Exchange): Reply {
  return redirect(`${site.settings.contextPath}/secure/Dashboard.jspa`);
}

function dashboard({ site, identity }: Exchange): Reply {
  const { user } = identity;
  return html(
    200,
    jiraPage({
      ...site.profile,
      title: 'System Dashboard',
      baseUrl: site.baseUrl,
      userName: user?.name ?? '',
      content:
        user === undefined
          ? `<a class="login-link" href="${site.settings.contextPath}/login.jsp?os_destination=%2Fsecure%2FDashboard.jspa">Log In</a>`
          : `<p>Logged in as ${escapeHtml(user.displayName)}</p>`,
    }),
  );
}
