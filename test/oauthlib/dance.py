"""Does the OAuth dance at a provider, and all that it must refuse, by Python's requests-oauthlib.

    dance.py BASE_URL

It knows nothing of the agent. It prints one JSON object: what the provider answered, by the name of
the case; a refusal as `[status, oauth_problem]`.
"""

import json
import re
import sys
import time
from urllib.parse import parse_qs, urlsplit

import requests
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from oauthlib.oauth1 import SIGNATURE_HMAC, SIGNATURE_RSA
from requests_oauthlib import OAuth1Session

CONSUMER_KEY = 'dance ä+/%&='
AWKWARD_JQL = 'summary ~ "größer + höher & 100%" OR text ~ \'*!()~;/?#\\\' AND x = 日本🚀\n\tORDER BY key'


def make_key():
    """Gives a new private key and its public key, both in PEM."""
    key = rsa.generate_private_key(65537, 2048)
    private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    public = key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    return private.decode('ascii'), public.decode('ascii')


class Dance:
    """One consumer at one provider."""

    def __init__(self, base_url):
        self.base_url = base_url
        self.private_key, public_key = make_key()
        registration = {'consumerKey': CONSUMER_KEY, 'publicKey': public_key}
        requests.post(f'{base_url}/admin/consumers', json=registration, timeout=30).raise_for_status()

    def session(self, **options):
        """A session that signs as the consumer, but for what `options` change."""
        defaults = {'client_key': CONSUMER_KEY, 'rsa_key': self.private_key, 'signature_method': SIGNATURE_RSA}
        return OAuth1Session(**{**defaults, **options})

    def request_token(self, callback='oob'):
        session = self.session(callback_uri=callback)
        return session.fetch_request_token(f'{self.base_url}/plugins/servlet/oauth/request-token')

    def decide(self, token, decision):
        """Presses a button of the authorization page, and gives the answer."""
        page = f'{self.base_url}/plugins/servlet/oauth/authorize?oauth_token={token["oauth_token"]}'
        assert 'value="Allow"' in requests.get(page, timeout=30).text
        return requests.post(page, data={decision: 'pressed'}, allow_redirects=False, timeout=30)

    def exchange(self, token, verifier):
        session = self.session(resource_owner_key=token['oauth_token'], verifier=verifier)
        return session.post(f'{self.base_url}/plugins/servlet/oauth/access-token')

    def access(self):
        """Does the whole dance out of band."""
        token = self.request_token()
        code = re.search(r"verification code is '(\w+)'", self.decide(token, 'approve').text)[1]
        return {name: values[0] for name, values in parse_qs(self.exchange(token, code).text).items()}

    def signed(self, token, **options):
        return self.session(resource_owner_key=token['oauth_token'], **options)


def problem(response):
    return [response.status_code, parse_qs(response.text).get('oauth_problem', [''])[0]]


def main(base_url):
    dance = Dance(base_url)
    myself, search = f'{base_url}/rest/api/2/myself', f'{base_url}/rest/api/2/search'
    access = dance.access()

    waiting = dance.request_token('http://127.0.0.1:1/back?window=1')
    too_early = problem(dance.exchange(waiting, 'anything'))
    location = dance.decide(waiting, 'approve').headers['Location']
    verifier = parse_qs(urlsplit(location).query)['oauth_verifier'][0]
    wrong_verifier = problem(dance.exchange(waiting, verifier + 'x'))
    exchanged = dance.exchange(waiting, verifier).status_code

    refused = dance.request_token('http://127.0.0.1:1/back')
    refusal = dance.decide(refused, 'deny').headers['Location']

    replayed = dance.signed(access, nonce='the-same', timestamp=str(int(time.time())))
    first = replayed.get(myself).status_code
    stale = dance.signed(access, timestamp=str(int(time.time()) - 360)).get(myself)
    tampered = dance.signed(access).get(search, params={'jql': 'a'}, auth=Tampering(dance.signed(access).auth))
    wrong_key = dance.signed(access, rsa_key=make_key()[0]).get(myself)

    print(json.dumps({
        'accessToken': sorted(access),
        'user': dance.signed(access).get(myself).json()['name'],
        'echoed': [dance.signed(access).get(search, params={'jql': AWKWARD_JQL}).json()['issues'][0]['fields']['summary'] == AWKWARD_JQL,
                   dance.signed(access).post(search, json={'jql': AWKWARD_JQL}).json()['issues'][0]['fields']['summary'] == AWKWARD_JQL],
        'anonymousServerInfo': requests.get(f'{base_url}/rest/api/2/serverInfo', timeout=30).json()['version'],
        'anonymousMyself': requests.get(myself, timeout=30).status_code,
        'callback': location.replace(waiting['oauth_token'], 'TOKEN').replace(verifier, 'VERIFIER'),
        'callbackOfRefusal': refusal.replace(refused['oauth_token'], 'TOKEN'),
        'exchanged': exchanged,
        'beforeReplay': first,
        'refusals': {
            'exchange before the user decided': too_early,
            'wrong verifier': wrong_verifier,
            'request token used twice': problem(dance.exchange(waiting, verifier)),
            'exchange after a refusal': problem(dance.exchange(refused, 'denied')),
            'callback that is no web address': problem(dance.session(callback_uri='editor://back').post(f'{base_url}/plugins/servlet/oauth/request-token')),
            'token request by GET': dance.session(callback_uri='oob').get(f'{base_url}/plugins/servlet/oauth/request-token').status_code,
            'replay': problem(replayed.get(myself)),
            'old timestamp': problem(stale),
            'changed query': problem(tampered),
            'key of somebody else': problem(wrong_key),
            'unknown consumer': problem(dance.signed(access, client_key='nobody').get(myself)),
            'unknown token': problem(dance.signed({'oauth_token': 'nothing'}).get(myself)),
            'HMAC-SHA1': problem(dance.signed(access, signature_method=SIGNATURE_HMAC, client_secret='secret').get(myself)),
        },
    }))


class Tampering(requests.auth.AuthBase):
    """Signs a request, and then changes its query."""

    def __init__(self, signer):
        self.signer = signer

    def __call__(self, request):
        signed = self.signer(request)
        signed.url += 'b'
        return signed


if __name__ == '__main__':
    main(sys.argv[1])
