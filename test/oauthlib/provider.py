"""A small Jira whose OAuth 1.0a is Python's oauthlib: an independent judge of the agent's signatures.

    provider.py [--context-path /jira]

It prints its base URL as the first line, and ends when its standard input does. Beside the paths of
Jira it has `POST /admin/consumers` (JSON: `consumerKey`, `publicKey` as SPKI PEM), which stands for
the administrator's page of application links. A search answers with issues whose summary is the JQL
that arrived, and whose label is the method it came by: so a test sees what went over the wire.
"""

import argparse
import html
import json
import os
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, quote, unquote

from endpoints import AccessTokens, Authorizations, RequestTokens, Resources
from validator import Store, Validator

USER = 'mia krystof'
PAGE_CAP = 50
"""How many issues a page has at the most, whatever was asked for."""
TOTAL = 120
"""How many issues every query finds."""
FILTERS = {'10000': 'summary ~ "größer + höher & 100%" ORDER BY key'}


class Provider(ThreadingHTTPServer):
    """Serves one Jira on a free port of this machine alone."""

    daemon_threads = True

    def __init__(self, context_path: str):
        super().__init__(('127.0.0.1', 0), Exchange)
        self.context_path = context_path
        self.store = Store()
        self.base_url = f'http://127.0.0.1:{self.server_port}{context_path}'


class Exchange(BaseHTTPRequestHandler):
    """One connection; its requests come one after the other."""

    protocol_version = 'HTTP/1.1'
    disable_nagle_algorithm = True
    wbufsize = -1

    def do_GET(self):
        self._answer({
            '/plugins/servlet/oauth/authorize': self._authorization_page,
            '/rest/api/2/serverInfo': self._server_info,
            '/rest/api/2/myself': self._myself,
            '/rest/api/2/search': self._search,
            '/rest/api/2/filter/': self._filter,
        })

    def do_POST(self):
        self._answer({
            '/admin/consumers': self._register_consumer,
            '/plugins/servlet/oauth/request-token': lambda: self._token(RequestTokens),
            '/plugins/servlet/oauth/access-token': lambda: self._token(AccessTokens),
            '/plugins/servlet/oauth/authorize': self._authorization_decision,
            '/rest/api/2/search': self._search,
        })

    def log_message(self, format, *args):
        """Requests are not logged."""

    def _answer(self, routes):
        self.body = self.rfile.read(int(self.headers.get('Content-Length', 0))).decode('utf-8')
        self.uri = f'http://{self.headers["Host"]}{self.path}'
        path, _, self.query = self.path.partition('?')
        context_path = unquote(self.server.context_path)
        below = unquote(path).removeprefix(context_path) if unquote(path).startswith(context_path) else ''
        for route, handler in routes.items():
            if below == route or (route.endswith('/') and below.startswith(route)):
                self.rest = below.removeprefix(route)
                try:
                    return handler()
                except ValueError as error:
                    return self._send(400, 'text/plain', f'Bad Request: {error}')
        return self._send(404, 'text/html;charset=UTF-8', '<html><title>HTTP Status 404 – Not Found</title></html>')

    def _register_consumer(self):
        consumer = json.loads(self.body)
        self.server.store.consumers[consumer['consumerKey']] = consumer['publicKey']
        self._send(200, 'text/plain', '')

    def _token(self, endpoint):
        status, text = endpoint(Validator(self.server.store)).answer(self.uri, self.command, self.body, dict(self.headers))
        if status == 200:
            self._send(200, 'text/plain', text)
        else:
            self._refuse(status, text)

    def _authorization_page(self):
        authorizations, token = self._waiting_token()
        if not authorizations.knows(token):
            return self._page(401, '<p>token_rejected: the request token is not known, or was used.</p>')
        return self._page(200, f'''<h1>Request for Access</h1>
            <form method="post" action="authorize?oauth_token={html.escape(quote(token))}">
            <input type="submit" name="approve" value="Allow"> <input type="submit" name="deny" value="Deny"></form>''')

    def _authorization_decision(self):
        authorizations, token = self._waiting_token()
        decision = parse_qs(self.body)
        if not authorizations.knows(token) or not {'approve', 'deny'} & decision.keys():
            return self._page(401, '<p>token_rejected: the request token is not known, or was used.</p>')
        address, approval = authorizations.allow(self.uri) if 'approve' in decision else (authorizations.deny(token), None)
        if address is not None:
            return self._send(302, 'text/plain', '', {'Location': address})
        if approval is None:
            return self._page(200, '<h1>Access Denied</h1>')
        verifier = parse_qs(approval)['oauth_verifier'][0]
        return self._page(200, f"<h1>Access Approved</h1><p>Your verification code is '{html.escape(verifier)}'.</p>")

    def _waiting_token(self):
        return Authorizations(Validator(self.server.store)), parse_qs(self.query).get('oauth_token', [''])[0]

    def _server_info(self):
        self._serve(anonymous=True, value={
            'baseUrl': self.server.base_url,
            'version': '9.12.4',
            'versionNumbers': [9, 12, 4],
            'deploymentType': 'Server',
            'buildNumber': 9120004,
            'buildDate': '2024-02-05T00:00:00.000+0000',
            'scmInfo': '0f1e2d3c4b5a69788796a5b4c3d2e1f001122334',
            'serverTitle': 'Jira of oauthlib',
        })

    def _myself(self):
        self._serve(self._user())

    def _filter(self):
        if self.rest not in FILTERS:
            return self._send_json(404, {'errorMessages': ['The selected filter is not available to you.'], 'errors': {}})
        return self._serve({
            'self': f'{self.server.base_url}/rest/api/2/filter/{self.rest}',
            'id': self.rest,
            'name': 'Taller and higher',
            'owner': self._user(),
            'jql': FILTERS[self.rest],
            'viewUrl': f'{self.server.base_url}/issues/?filter={self.rest}',
            'favourite': True,
        })

    def _search(self):
        if self.command == 'POST':
            asked = json.loads(self.body)
        else:
            asked = {name: values[0] for name, values in parse_qs(self.query, keep_blank_values=True).items()}
        start, size = int(asked.get('startAt', 0)), min(int(asked.get('maxResults', PAGE_CAP)), PAGE_CAP)
        numbers = range(start + 1, min(start + size, TOTAL) + 1)
        self._serve({
            'expand': 'schema,names',
            'startAt': start,
            'maxResults': size,
            'total': TOTAL,
            'issues': [self._issue(number, asked.get('jql', '')) for number in numbers],
        })

    def _issue(self, number, summary):
        rest = f'{self.server.base_url}/rest/api/2'
        return {
            'id': str(10000 + number),
            'self': f'{rest}/issue/{10000 + number}',
            'key': f'ECHO-{number}',
            'fields': {
                'summary': summary,
                'issuetype': {'self': f'{rest}/issuetype/10004', 'id': '10004', 'name': 'Bug', 'subtask': False},
                'status': {
                    'self': f'{rest}/status/10000',
                    'id': '10000',
                    'name': 'To Do',
                    'statusCategory': {'self': f'{rest}/statuscategory/2', 'id': 2, 'key': 'new', 'name': 'To Do'},
                },
                'priority': {'self': f'{rest}/priority/3', 'id': '3', 'name': 'Medium'},
                'assignee': self._user(),
                'reporter': self._user(),
                'project': {'self': f'{rest}/project/10000', 'id': '10000', 'key': 'ECHO', 'name': 'Echo'},
                'labels': [self.command],
                'created': '2026-03-01T09:30:00.000+0000',
                'updated': '2026-03-01T09:30:00.000+0000',
                'duedate': None,
            },
        }

    def _user(self):
        return {
            'self': f'{self.server.base_url}/rest/api/2/user?username={quote(USER)}',
            'name': USER,
            'key': 'JIRAUSER10000',
            'emailAddress': 'mia@example.com',
            'displayName': 'Mia Krystof',
            'active': True,
            'timeZone': 'Etc/UTC',
        }

    def _serve(self, value, anonymous=False):
        """Sends a resource to whoever signs for it, or to anybody."""
        if not self.headers.get('Authorization', '').startswith('OAuth '):
            if anonymous:
                return self._send_json(200, value, {'X-AUSERNAME': 'anonymous'})
            return self._send_json(401, {'errorMessages': ['You are not authenticated. Authentication required to perform this operation.'], 'errors': {}})
        resources = Resources(Validator(self.server.store))
        if not resources.accepts(self.uri, self.command, self.body, dict(self.headers)):
            return self._refuse(*resources.refusal())
        return self._send_json(200, value, {'X-AUSERNAME': quote(USER), 'X-Seraph-LoginReason': 'OK'})

    def _refuse(self, status, text):
        challenge = ', '.join(f'{name}="{quote(values[0], safe="")}"' for name, values in parse_qs(text).items())
        realm = quote(self.server.base_url, safe='')
        self._send(status, 'application/x-www-form-urlencoded;charset=UTF-8', text, {'WWW-Authenticate': f'OAuth realm="{realm}", {challenge}'})

    def _page(self, status, content):
        self._send(status, 'text/html;charset=UTF-8', f'<!DOCTYPE html><html><title>Jira</title><body>{content}</body></html>')

    def _send_json(self, status, value, headers=None):
        self._send(status, 'application/json;charset=UTF-8', json.dumps(value), headers)

    def _send(self, status, content_type, text, headers=None):
        content = text.encode('utf-8')
        self.send_response(status)
        for name, value in {'Content-Type': content_type, 'Content-Length': str(len(content)), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument('--context-path', default='', help='begins with a slash, percent-encoded')
    provider = Provider(arguments.parse_args().context_path)
    threading.Thread(target=provider.serve_forever, daemon=True).start()
    print(provider.base_url, flush=True)
    sys.stdin.read()
    os._exit(0)


if __name__ == '__main__':
    main()
