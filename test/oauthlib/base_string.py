"""Says which signature base string oauthlib reads out of requests as they go over the wire.

For every line of JSON (`method`, `uri`, `authorization`, and `body`: a form or null) it prints one
line of JSON: the base string of RFC 5849, section 3.4.1.1, or `null` where oauthlib takes no such
request.
"""

import json
import sys

from oauthlib.oauth1.rfc5849 import signature
from oauthlib.common import urldecode


def base_string(request):
    """Gives the base string, from the raw parts of a request."""
    query = request['uri'].partition('?')[2]
    parameters = signature.collect_parameters(
        uri_query=query,
        body=urldecode(request['body'] or ''),
        headers={'Authorization': request['authorization']},
    )
    return signature.signature_base_string(
        request['method'],
        signature.base_string_uri(request['uri']),
        signature.normalize_parameters(parameters),
    )


for line in sys.stdin:
    try:
        answer = base_string(json.loads(line))
    except ValueError as error:
        print(error, file=sys.stderr)
        answer = None
    print(json.dumps(answer), flush=True)
