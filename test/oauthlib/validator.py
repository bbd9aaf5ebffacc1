"""What an OAuth 1.0a provider knows (consumers, tokens, nonces), and oauthlib's questions about it.

The signature, its base string and the form of a request are checked by oauthlib alone. Only what RFC
5849 leaves to the provider is here, with the choices of Jira: RSA-SHA1 and nothing else, a clock
window of five minutes, and a callback that is `oob` or an absolute http(s) address.
"""

import threading
from dataclasses import dataclass, field
from typing import Optional
from urllib.parse import urlsplit

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from oauthlib.oauth1 import SIGNATURE_RSA, RequestValidator

CLOCK_WINDOW = 300
"""Seconds that the clock of a consumer may be off, either way."""


@dataclass
class RequestToken:
    """A request token; `verifier` is set once the user has decided."""

    consumer_key: str
    callback: str
    verifier: Optional[str] = None
    denied: bool = False


@dataclass
class Store:
    """All state of a provider, for the life of its process; several threads use it."""

    consumers: dict = field(default_factory=dict)
    """Public keys in SPKI PEM, by consumer key."""
    request_tokens: dict = field(default_factory=dict)
    access_tokens: dict = field(default_factory=dict)
    """Consumer keys, by access token."""
    nonces: set = field(default_factory=set)
    lock: threading.Lock = field(default_factory=threading.Lock)
    dummy_key: str = field(default_factory=lambda: _spki(rsa.generate_private_key(65537, 2048)))
    """The key that a signature of an unknown consumer is checked against."""


class Validator(RequestValidator):
    """Answers oauthlib's questions; why it refuses is left in `request.validator_log['problem']`."""

    allowed_signature_methods = (SIGNATURE_RSA,)
    timestamp_lifetime = CLOCK_WINDOW
    enforce_ssl = False
    dummy_client = 'dummy'
    dummy_request_token = 'dummy'
    dummy_access_token = 'dummy'

    def __init__(self, store: Store):
        super().__init__()
        self.store = store

    # oauthlib wants 20 to 30 letters and digits by default; RFC 5849 asks for no such thing, and
    # the consumer keys, tokens and verifiers of Jira are shorter, longer and of other characters.
    def check_client_key(self, client_key):
        return client_key != ''

    def check_request_token(self, request_token):
        return request_token != ''

    def check_access_token(self, request_token):
        return request_token != ''

    def check_nonce(self, nonce):
        return nonce != ''

    def check_verifier(self, verifier):
        return verifier != ''

    def check_realms(self, realms):
        return True

    def validate_timestamp_and_nonce(self, client_key, timestamp, nonce, request, request_token=None, access_token=None):
        use = (client_key, timestamp, nonce, request_token or access_token)
        with self.store.lock:
            fresh = use not in self.store.nonces
            self.store.nonces.add(use)
        return fresh or self._refuse(request, 'nonce_used')

    def validate_client_key(self, client_key, request):
        return client_key in self.store.consumers

    def get_rsa_key(self, client_key, request):
        return self.store.consumers.get(client_key, self.store.dummy_key)

    def validate_redirect_uri(self, client_key, redirect_uri, request):
        address = urlsplit(redirect_uri)
        good = redirect_uri == 'oob' or (address.scheme in ('http', 'https') and bool(address.netloc))
        return good or self._refuse(request, 'parameter_rejected')

    def save_request_token(self, token, request):
        self.store.request_tokens[token['oauth_token']] = RequestToken(request.client_key, request.redirect_uri)

    def verify_request_token(self, token, request):
        known = self.store.request_tokens.get(token)
        return known is not None and known.verifier is None and not known.denied

    def get_redirect_uri(self, token, request):
        return self.store.request_tokens[token].callback

    def save_verifier(self, token, verifier, request):
        self.store.request_tokens[token].verifier = verifier['oauth_verifier']

    def validate_request_token(self, client_key, token, request):
        known = self.store.request_tokens.get(token)
        return known is not None and known.consumer_key == client_key

    def validate_verifier(self, client_key, token, verifier, request):
        known = self.store.request_tokens.get(token)
        if known is None:
            return False
        if known.denied:
            return self._refuse(request, 'permission_denied')
        if known.verifier is None:
            return self._refuse(request, 'permission_unknown')
        return verifier == known.verifier

    def invalidate_request_token(self, client_key, request_token, request):
        self.store.request_tokens.pop(request_token, None)

    def save_access_token(self, token, request):
        self.store.access_tokens[token['oauth_token']] = request.client_key

    def validate_access_token(self, client_key, token, request):
        return self.store.access_tokens.get(token) == client_key

    # Jira has no realms: a token gives all that its user may do.
    def get_default_realms(self, client_key, request):
        return []

    def get_realms(self, token, request):
        return []

    def validate_requested_realms(self, client_key, realms, request):
        return True

    def validate_realms(self, client_key, token, request, uri=None, realms=None):
        return True

    @staticmethod
    def _refuse(request, problem):
        request.validator_log['problem'] = problem
        return False


def _spki(key: rsa.RSAPrivateKey) -> str:
    form = (serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    return key.public_key().public_bytes(*form).decode('ascii')
