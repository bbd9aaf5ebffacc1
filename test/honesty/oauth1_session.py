"""Goes through OAuth 1.0a with requests-oauthlib, and sends signed requests with awkward characters.

Talks to its caller in lines of JSON: reads the options, writes the authorization URL, reads where the browser was sent
to, and writes what came of it.
"""

import json
import sys

from oauthlib.oauth1 import SIGNATURE_RSA, SIGNATURE_TYPE_QUERY
from requests_oauthlib import OAuth1Session


def session(given, **rest):
    return OAuth1Session(given["consumerKey"], signature_method=SIGNATURE_RSA, rsa_key=given["privateKey"], **rest)


def say(value):
    print(json.dumps(value), flush=True)


def main():
    given = json.loads(sys.stdin.readline())
    servlets = given["baseUrl"] + "/plugins/servlet/oauth"
    asking = session(given, callback_uri=given["callback"])
    asking.fetch_request_token(servlets + "/request-token")
    say({"url": asking.authorization_url(servlets + "/authorize")})

    returned = json.loads(sys.stdin.readline())["url"]
    asking.parse_authorization_response(returned)
    granted = asking.fetch_access_token(servlets + "/access-token")

    owner = {"resource_owner_key": granted["oauth_token"], "resource_owner_secret": granted["oauth_token_secret"]}
    signed = session(given, **owner)
    answers = []
    for jql in given["queries"]:
        answer = signed.get(given["baseUrl"] + "/rest/api/2/search", params={"jql": jql, "fields": ["summary", "status"]})
        answers.append({"status": answer.status_code, "user": answer.headers.get("X-AUSERNAME"), "body": answer.json()})
    body = {"jql": given["queries"][0], "maxResults": 1}
    posted = signed.post(given["baseUrl"] + "/rest/api/2/search", json=body)
    inQuery = session(given, signature_type=SIGNATURE_TYPE_QUERY, **owner).get(given["baseUrl"] + "/rest/api/2/myself?expand=groups")
    renewing = session(given, **owner)
    renewed = renewing._fetch_token(servlets + "/access-token?oauth_session_handle=" + granted["oauth_session_handle"])
    after = session(
        given, resource_owner_key=renewed["oauth_token"], resource_owner_secret=renewed["oauth_token_secret"]
    ).get(given["baseUrl"] + "/rest/api/2/myself")
    say(
        {
            "expiresIn": granted["oauth_expires_in"],
            "answers": answers,
            "posted": posted.status_code,
            "inQuery": inQuery.headers.get("X-AUSERNAME"),
            "renewed": after.json()["name"],
            "old": signed.get(given["baseUrl"] + "/rest/api/2/myself").text,
        }
    )


if __name__ == "__main__":
    main()
