"""Python's jira, as its users call it: the task as in measure.mjs, and what it prints."""

import json
import sys
import time

from jira import JIRA

task = json.loads(sys.argv[1])
client = JIRA(server=task["baseUrl"], token_auth=task["token"], get_server_info=False)

issues, first, first_size = [], None, None
begin, before = time.perf_counter(), time.process_time()
while True:
    page = client.search_issues("ORDER BY key ASC", startAt=len(issues), maxResults=task["pageSize"])
    issues.extend(page)
    if first is None:
        first, first_size = (time.perf_counter() - begin) * 1000, len(page)
    if len(issues) >= page.total:
        break
duration, processor_time = (time.perf_counter() - begin) * 1000, (time.process_time() - before) * 1000

sample = {"shown": first, "first": first, "firstSize": first_size, "all": duration, "issues": len(issues), "processorTime": processor_time}
print(json.dumps(sample), flush=True)
sys.stdin.read()
