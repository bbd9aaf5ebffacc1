/** Makes a text safe to stand in HTML, in attributes too. */
export function escapeHtml(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** One of Jira's own error pages, as Seraph sends them. */
export function errorPage(title: string, reason: string): string {
  return `<html>

<head>
    <title>${escapeHtml(title)}</title>
    <!-- for Jira's own look and feel -->
    <link type='text/css' rel='stylesheet' href='/static-assets/metal-all.css' media='all'>
</head>

<body>
    <div class='uber-container'>
        <h1>${escapeHtml(title)}</h1>
        <p>Encountered a <code>"${escapeHtml(title)}"</code> error while loading this page.</p>
        <p>${escapeHtml(reason)}</p>
        <p><a href="./secure/MyJiraHome.jspa">Go to Jira home</a></p>
    </div>
</body>

</html>
`;
}

/** A page of Jira's user interface, with the marks by which one can tell that it is Jira. */
export function jiraPage(page: {
  readonly title: string;
  readonly version: string;
  readonly buildNumber: number;
  readonly baseUrl: string;
  readonly userName: string;
  readonly content: string;
}): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8"/>
<meta name="application-name" content="JIRA" data-name="jira" data-version="${page.version}">
<meta name="ajs-base-url" content="${escapeHtml(page.baseUrl)}">
<meta name="ajs-version-number" content="${page.version}">
<meta name="ajs-build-number" content="${page.buildNumber}">
<meta name="ajs-remote-user" content="${escapeHtml(page.userName)}">
<title>${escapeHtml(page.title)} - Jira</title>
</head>
<body id="jira" class="aui-layout aui-theme-default">
<h1>${escapeHtml(page.title)}</h1>
${page.content}
</body>
</html>
`;
}

/** What Tomcat says by itself, below Jira. */
export function tomcatPage(status: number, phrase: string, message: string): string {
  const title = `HTTP Status ${status} – ${phrase}`;
  return (
    `<!doctype html><html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1>` +
    `<hr class="line" /><p><b>Type</b> Status Report</p><p><b>Message</b> ${escapeHtml(message)}</p>` +
    '<hr class="line" /><h3>Apache Tomcat</h3></body></html>'
  );
}
