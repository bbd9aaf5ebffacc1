" A new issue: its project and type are chosen, its text is written in a buffer.

" :Jira create [project] [type]; lines of a range begin the description.
function! jira#create#run(args) abort
  let [project, type] = matchlist(a:args.rest, '^\(\S*\)\s*\(.*\)$')[1:2]
  let plan = {'mods': a:args.mods, 'type': type, 'text': a:args.range}
  if project !=# ''
    return s:choose_type(plan, {'key': toupper(project)})
  endif
  call jira#agent#request('jira/projects', {}, function('s:choose_project', [plan]))
endfunction

function! s:choose_project(plan, result) abort
  let projects = filter(copy(a:result.projects), '!v:val.archived')
  call jira#known#projects_are(projects)
  call jira#ui#select(projects, 'Project of the new issue:', {each -> each.key .. '  ' .. each.name}, function('s:choose_type', [a:plan]))
endfunction

function! s:choose_type(plan, project) abort
  call jira#agent#request('jira/issueTypes', {'project': a:project.key}, function('s:types_known', [a:plan, a:project]))
endfunction

" A sub-task needs a parent, which its field asks for.
function! s:types_known(plan, project, result) abort
  call jira#known#types_are(a:project.key, a:result.issueTypes)
  let named = filter(copy(a:result.issueTypes), {_, each -> each.name ==? a:plan.type || each.id ==# a:plan.type})
  if a:plan.type !=# '' && empty(named)
    return jira#ui#error('There is no type “' .. a:plan.type .. '” in ' .. a:project.key .. '; these are: ' .. join(map(copy(a:result.issueTypes), 'v:val.name'), ', ') .. '.')
  endif
  let Then = function('s:write', [a:plan, a:project])
  if len(named) == 1
    return Then(named[0])
  endif
  call jira#ui#select(a:result.issueTypes, 'Type of the new issue:', {each -> each.name}, Then)
endfunction

function! s:write(plan, project, type) abort
  call jira#providers#refresh({providers -> s:open(a:plan, a:project, a:type, providers)})
endfunction

function! s:open(plan, project, type, providers) abort
  let provider = get(a:project, 'provider', len(a:providers) == 1 ? a:providers[0].id : 'jira')
  let quoted = empty(a:plan.text) ? [] : ['', ''] + ['```'] + a:plan.text + ['```']
  call jira#draft#open(a:plan.mods, jira#buffers#new_name(provider, a:project.key, a:type.id), {
        \ 'project': a:project.key,
        \ 'type': a:type,
        \ 'text': quoted,
        \ 'hints': ['A new ' .. substitute(a:type.name, '-\+', '-', 'g') .. ' in ' .. a:project.key .. '. The first line is its summary, the rest its description, in Markdown.',
        \           ':w creates it; lines like this one are left out.'],
        \ 'send': function('s:send'),
        \ 'sent': function('s:created'),
        \ })
endfunction

" Asks for the fields that the screen insists on, then creates the issue.
function! s:send(text, draft, Result, Failure) abort
  let [summary; description] = split(a:text, "\n", 1)
  let params = {'project': a:draft.project, 'type': a:draft.type.id, 'summary': trim(summary)}
  if !empty(description)
    let params.description = trim(join(description, "\n"))
  endif
  call jira#agent#request('jira/createFields', {'project': a:draft.project, 'type': a:draft.type.id}, function('s:ask', [params, a:draft.buffer, a:Result, a:Failure]), a:Failure)
  return {}
endfunction

" The reporter is whoever creates it, although Jira calls that field required.
let s:asked_elsewhere = ['project', 'issuetype', 'summary', 'description', 'reporter']

function! s:ask(params, buffer, Result, Failure, screen) abort
  let fields = jira#fields#needed(filter(copy(a:screen.fields), {_, field -> index(s:asked_elsewhere, field.id) < 0}))
  if !empty(fields)
    " Until every question is answered nothing is on its way: a dismissed one leaves the text as it was.
    call jira#draft#unsent(a:buffer)
  endif
  call jira#fields#ask(fields, {'project': a:params.project}, function('s:create', [a:params, a:Result, a:Failure]))
endfunction

function! s:create(params, Result, Failure, values) abort
  if !empty(a:values)
    let a:params.fields = a:values
  endif
  call jira#agent#request('jira/createIssue', a:params, a:Result, a:Failure)
endfunction

function! s:created(result, draft) abort
  call jira#known#issue(a:result.issue)
  call jira#ui#say(a:result.issue.key .. ' is created.')
  call jira#ui#warnings(a:result)
  call jira#events#emit('IssueCreated', {'key': a:result.issue.key, 'issue': a:result.issue})
  call jira#page#open('', {'key': a:result.issue.key, 'provider': a:result.issue.provider})
endfunction
