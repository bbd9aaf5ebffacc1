/** The value of the *Development* field of an issue without branches or commits, as recorded on 8.20.7 (see `captures/`). */
export const development =
  '{summaryBean=com.atlassian.jira.plugin.devstatus.rest.SummaryBean@1b5ed10c[summary={pullrequest=com.atlassian.' +
  'jira.plugin.devstatus.rest.SummaryItemBean@73b00367[overall=PullRequestOverallBean{stateCount=0, state=\'OPEN\',' +
  ' details=PullRequestOverallDetails{openCount=0, mergedCount=0, declinedCount=0}},byInstanceType={}], build=com' +
  '.atlassian.jira.plugin.devstatus.rest.SummaryItemBean@2b38322a[overall=com.atlassian.jira.plugin.devstatus.sum' +
  'mary.beans.BuildOverallBean@5860a711[failedBuildCount=0,successfulBuildCount=0,unknownBuildCount=0,count=0,las' +
  'tUpdated=<null>,lastUpdatedTimestamp=<null>],byInstanceType={}], review=com.atlassian.jira.plugin.devstatus.re' +
  'st.SummaryItemBean@23841157[overall=com.atlassian.jira.plugin.devstatus.summary.beans.ReviewsOverallBean@7fb10' +
  '905[stateCount=0,state=<null>,dueDate=<null>,overDue=false,count=0,lastUpdated=<null>,lastUpdatedTimestamp=<nu' +
  'll>],byInstanceType={}], deployment-environment=com.atlassian.jira.plugin.devstatus.rest.SummaryItemBean@15f2d' +
  'dbb[overall=com.atlassian.jira.plugin.devstatus.summary.beans.DeploymentOverallBean@4877a83b[topEnvironments=[' +
  '],showProjects=false,successfulCount=0,count=0,lastUpdated=<null>,lastUpdatedTimestamp=<null>],byInstanceType=' +
  '{}], repository=com.atlassian.jira.plugin.devstatus.rest.SummaryItemBean@4bfa16cb[overall=com.atlassian.jira.p' +
  'lugin.devstatus.summary.beans.CommitOverallBean@3c74c790[count=0,lastUpdated=<null>,lastUpdatedTimestamp=<null' +
  '>],byInstanceType={}], branch=com.atlassian.jira.plugin.devstatus.rest.SummaryItemBean@3fe8daa0[overall=com.at' +
  'lassian.jira.plugin.devstatus.summary.beans.BranchOverallBean@4aab8b16[count=0,lastUpdated=<null>,lastUpdatedT' +
  'imestamp=<null>],byInstanceType={}]},errors=[],configErrors=[]], devSummaryJson={"cachedValue":{"errors":[],"c' +
  'onfigErrors":[],"summary":{"pullrequest":{"overall":{"count":0,"lastUpdated":null,"stateCount":0,"state":"OPEN' +
  '","details":{"openCount":0,"mergedCount":0,"declinedCount":0,"total":0},"open":true},"byInstanceType":{}},"bui' +
  'ld":{"overall":{"count":0,"lastUpdated":null,"failedBuildCount":0,"successfulBuildCount":0,"unknownBuildCount"' +
  ':0},"byInstanceType":{}},"review":{"overall":{"count":0,"lastUpdated":null,"stateCount":0,"state":null,"dueDat' +
  'e":null,"overDue":false,"completed":false},"byInstanceType":{}},"deployment-environment":{"overall":{"count":0' +
  ',"lastUpdated":null,"topEnvironments":[],"showProjects":false,"successfulCount":0},"byInstanceType":{}},"repos' +
  'itory":{"overall":{"count":0,"lastUpdated":null},"byInstanceType":{}},"branch":{"overall":{"count":0,"lastUpda' +
  'ted":null},"byInstanceType":{}}}},"isStale":false}}';
