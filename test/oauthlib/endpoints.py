"""oauthlib's four endpoints, made to say with which `oauth_problem` Jira would refuse.

oauthlib itself answers a wrong signature with an empty 401. The checks remain its own; these classes
only keep what a check found, and put it into the words of the OAuth Problem Reporting extension.
"""

import time
from urllib.parse import quote, urlencode

from oauthlib.common import add_params_to_uri
from oauthlib.oauth1 import AccessTokenEndpoint, AuthorizationEndpoint, RequestTokenEndpoint, ResourceEndpoint
from oauthlib.oauth1.rfc5849 import errors, signature

from validator import CLOCK_WINDOW

STATUSES = {
    'parameter_absent': 400,
    'parameter_rejected': 400,
    'signature_method_rejected': 400,
    'timestamp_refused': 400,
}
"""The HTTP status of a problem where it is not 401."""

TOKEN_LIFETIMES = {
    'oauth_session_handle': 'handle0of0the0session0of0oauthlib',
    'oauth_expires_in': '157680000',
    'oauth_authorization_expires_in': '160272000',
}
"""What Jira says beside an access token; in seconds."""


class _Explained:
    """Keeps the request that oauthlib checked, and what was wrong with it."""

    request = None
    _problem = None

    def _check_mandatory_parameters(self, request):
        self.request = request
        try:
            super()._check_mandatory_parameters(request)
        except errors.InvalidSignatureMethodError:
            self._problem = 'signature_method_rejected'
            raise
        except errors.InvalidRequestError as error:
            self._problem = 'timestamp_refused' if error.description.startswith('Timestamp given') else 'parameter_absent'
            raise

    def refusal(self):
        """The HTTP status and the form-encoded parameters of a refusal."""
        problem = self._find_problem()
        parameters = {'oauth_problem': problem}
        if problem == 'timestamp_refused':
            now = int(time.time())
            parameters['oauth_acceptable_timestamps'] = f'{now - CLOCK_WINDOW}-{now + CLOCK_WINDOW}'
        elif problem == 'signature_method_rejected':
            parameters['oauth_acceptable_signature_methods'] = 'RSA-SHA1'
        elif problem == 'parameter_rejected':
            parameters['oauth_parameters_rejected'] = 'oauth_callback'
        elif problem == 'signature_invalid':
            parameters['oauth_signature_base_string'] = self._base_string()
        return STATUSES.get(problem, 401), urlencode(parameters, quote_via=quote)

    def _find_problem(self):
        if self._problem is not None:
            return self._problem
        if self.request is None:
            return 'parameter_absent'
        log = self.request.validator_log
        if log.get('client') is False:
            return 'consumer_key_unknown'
        if log.get('resource_owner') is False:
            return 'token_rejected'
        if 'problem' in log:
            return log['problem']
        if log.get('verifier') is False:
            return 'token_rejected'
        return 'signature_invalid' if log.get('signature') is False else 'parameter_absent'

    def _base_string(self):
        return signature.signature_base_string(
            self.request.http_method,
            signature.base_string_uri(self.request.uri),
            signature.normalize_parameters(self.request.params),
        )


class RequestTokens(_Explained, RequestTokenEndpoint):
    """Gives request tokens."""

    def answer(self, uri, method, body, headers):
        """Gives the status and the body of the answer."""
        _, text, status = self.create_request_token_response(uri, method, body, headers)
        return (status, text) if status == 200 else self.refusal()


class AccessTokens(_Explained, AccessTokenEndpoint):
    """Exchanges approved request tokens for access tokens."""

    def answer(self, uri, method, body, headers):
        """Gives the status and the body of the answer."""
        _, text, status = self.create_access_token_response(uri, method, body, headers, TOKEN_LIFETIMES)
        return (status, text) if status == 200 else self.refusal()


class Resources(_Explained, ResourceEndpoint):
    """Guards everything else."""

    def accepts(self, uri, method, body, headers):
        """Whether a request is signed well; if not, `refusal` says why."""
        accepted, _ = self.validate_protected_resource_request(uri, method, body, headers)
        return accepted


class Authorizations(AuthorizationEndpoint):
    """The page where the user decides."""

    def knows(self, token):
        """Whether a request token still waits for its user."""
        return self.request_validator.verify_request_token(token, None)

    def allow(self, uri):
        """Gives the address to send the browser to, or the verifier where the callback is `oob`."""
        headers, body, _ = self.create_authorization_response(uri)
        return headers.get('Location'), body

    def deny(self, token):
        """Gives the address to send the browser to, or `None` where the callback is `oob`."""
        known = self.request_validator.store.request_tokens[token]
        known.denied = True
        if known.callback == 'oob':
            return None
        return add_params_to_uri(known.callback, [('oauth_token', token), ('oauth_verifier', 'denied')])
