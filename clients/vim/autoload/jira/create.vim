" A new issue: its project and type are chosen, its text is written in a buffer.

" :Jira create [project] [type]; lines of a range begin the description.
function! jira#create#run(args) abort
  let [project, type] = matchlist(a:args.rest, '^\(\S*\)\s*\(.*\)$')[1:2]
  let plan = {'mods': a:args.mods, 'text': a:args.range, 'project': toupper(project), 'type': type}
  call jira#providers#which(function('s:choose_project', [plan]))
endfunction

function! s:choose_project(plan, provider) abort
  let a:plan.provider = a:provider.id
  if a:plan.project !=# ''
    return s:choose_type(a:plan, {'key': a:plan.project})
  endif
  call jira#agent#request('jira/projects', {'provider': a:plan.provider}, function('s:projects_known', [a:plan]))
endfunction

function! s:projects_known(plan, result) abort
  let projects = filter(copy(a:result.projects), '!v:val.archived')
  call jira#known#projects_are(projects)
  call jira#ui#select(projects, 'Project of the new issue:', {each -> each.key .. '  ' .. each.name}, function('s:choose_type', [a:plan]))
endfunction

function! s:choose_type(plan, project) abort
  let a:plan.project = a:project.key
  call jira#agent#request('jira/issueTypes', {'provider': a:plan.provider, 'project': a:plan.project}, function('s:types_known', [a:plan]))
endfunction

" A sub-task needs a parent, which its field asks for.
function! s:types_known(plan, result) abort
  call jira#known#types_are(a:plan.project, a:result.issueTypes)
  let named = filter(copy(a:result.issueTypes), {_, each -> each.name ==? a:plan.type || each.id ==# a:plan.type})
  if len(named) == 1
    return s:open(a:plan, named[0])
  endif
  if a:plan.type !=# ''
    return jira#ui#error('There is no type “' .. a:plan.type .. '” in ' .. a:plan.project .. '; these are: ' .. join(map(copy(a:result.issueTypes), 'v:val.name'), ', ') .. '.')
  endif
  call jira#ui#select(a:result.issueTypes, 'Type of the new issue:', {each -> each.name}, function('s:open', [a:plan]))
endfunction

function! s:open(plan, type) abort
  call jira#draft#open(a:plan.mods, jira#buffers#new_name(a:plan.provider, a:plan.project, a:type.id), {
        \ 'place': {'provider': a:plan.provider, 'project': a:plan.project},
        \ 'type': a:type.id,
        \ 'text': empty(a:plan.text) ? [] : ['', '', '```'] + a:plan.text + ['```'],
        \ 'hints': ['A new ' .. substitute(a:type.name, '-\+', '-', 'g') .. ' in ' .. a:plan.project .. '. The first line is its summary, the rest its description, in Markdown.',
        \           ':w creates it; lines like this one are left out.'],
        \ 'send': function('s:send'),
        \ 'sent': function('s:created'),
        \ })
endfunction

" Asks for the fields that the screen insists on, then creates the issue.
function! s:send(text, draft, Result, Failure) abort
  let [summary; description] = split(a:text, "\n", 1)
  let issue = {'summary': trim(summary), 'description': trim(join(description, "\n"))}
  let screen = extend({'type': a:draft.type}, a:draft.place)
  call jira#agent#request('jira/createFields', screen, function('s:ask', [a:draft, extend(issue, screen), a:Result, a:Failure]), a:Failure)
  return {}
endfunction

" The reporter is whoever creates it, although Jira calls that field required.
let s:asked_elsewhere = ['project', 'issuetype', 'summary', 'description', 'reporter']

function! s:ask(draft, issue, Result, Failure, screen) abort
  let fields = jira#fields#needed(filter(copy(a:screen.fields), {_, field -> index(s:asked_elsewhere, field.id) < 0}))
  if !empty(fields)
    " Until every question is answered nothing is on its way: a dismissed one leaves the text as it was.
    call jira#draft#unsent(a:draft.buffer)
  endif
  call jira#fields#ask(fields, a:draft.place, {values -> jira#agent#request('jira/createIssue', extend(a:issue, {'fields': values}), a:Result, a:Failure)})
endfunction

function! s:created(result, draft) abort
  call jira#known#issue(a:result.issue)
  call jira#ui#say(a:result.issue.key .. ' is created.')
  call jira#ui#warnings(a:result)
  call jira#events#emit('IssueCreated', {'key': a:result.issue.key, 'issue': a:result.issue})
  call jira#page#open('', {'key': a:result.issue.key, 'provider': a:result.issue.provider})
endfunction
