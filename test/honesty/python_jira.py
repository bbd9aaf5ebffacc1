"""Works with a Jira through Python's `jira` client, as its users do, and prints what it saw as JSON.

Arguments: base URL, then `token` and a personal access token, or `oauth` and a JSON object with the consumer key, the
private key, the access token and its secret.
"""

import json
import sys

from jira import JIRA
from jira.exceptions import JIRAError


def connect(base_url, kind, secret):
    if kind == "token":
        return JIRA(server=base_url, token_auth=secret)
    given = json.loads(secret)
    return JIRA(
        server=base_url,
        oauth={
            "access_token": given["token"],
            "access_token_secret": given["secret"],
            "consumer_key": given["consumerKey"],
            "key_cert": given["privateKey"],
        },
    )


def refusal(act):
    try:
        act()
    except JIRAError as error:
        return {"status": error.status_code, "text": error.text}
    return None


def work(jira):
    pages = jira.search_issues("project = ABC ORDER BY key ASC", maxResults=False, fields="summary,status,created")
    some = jira.search_issues('text ~ "search" AND status != Done', maxResults=5)
    created = jira.create_issue(
        project="WEB", summary="Made by Python: ü & <b> 山", issuetype="Task", description="h2. One\nTwo", labels=["python"]
    )
    comment = jira.add_comment(created.key, "A *comment* – from Python")
    jira.add_worklog(created.key, timeSpent="1h 30m", comment="Work")
    jira.assign_issue(created.key, "bob")
    names = [transition["name"] for transition in jira.transitions(created)]
    jira.transition_issue(created.key, "Done")
    created.update(fields={"summary": "Changed by Python"})
    issue = jira.issue(created.key, expand="changelog,renderedFields")
    return {
        "version": jira.server_info()["version"],
        "myself": jira.myself()["name"],
        "keys": [found.key for found in pages],
        "some": [found.fields.status.name for found in some],
        "comment": comment.body,
        "transitions": names,
        "issue": {
            "summary": issue.fields.summary,
            "description": issue.fields.description,
            "status": issue.fields.status.name,
            "resolution": issue.fields.resolution.name,
            "assignee": issue.fields.assignee.displayName,
            "labels": issue.fields.labels,
            "comments": [one.body for one in jira.comments(issue)],
            "timeSpent": [one.timeSpent for one in jira.worklogs(issue)],
            "changed": sorted({item.field for change in issue.changelog.histories for item in change.items}),
        },
        "projects": sorted(project.key for project in jira.projects()),
        "fields": len(jira.fields()),
        "statuses": [status.name for status in jira.statuses()],
        "filter": jira.favourite_filters()[0].jql,
        "board": jira.boards()[0].name,
        "sprints": [sprint.state for sprint in jira.sprints(1)],
        "users": [user.name for user in jira.search_users(user="ali")],
        "badQuery": refusal(lambda: jira.search_issues("project = NOPE")),
        "missing": refusal(lambda: jira.issue("ABC-99999")),
    }


if __name__ == "__main__":
    print(json.dumps(work(connect(*sys.argv[1:4]))))
