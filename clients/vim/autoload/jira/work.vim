" Work on one issue.

" :Jira issue [key]
function! jira#work#issue(args) abort
  call jira#context#choose(a:args.rest, 'Issue:', {issue -> jira#page#open(a:args.mods, issue)})
endfunction

" :Jira open [key]
function! jira#work#open(args) abort
  call jira#context#choose(a:args.rest, 'Open in the browser:', {issue -> jira#agent#command('openIssue', issue, function('s:opened'))})
endfunction

" Another plugin may have no way to show an address: then the user is told it.
function! s:opened(result) abort
  if jira#agent#host() !=# 'jira' && type(a:result) == v:t_dict
    call jira#ui#say(a:result.url)
  endif
endfunction

" :Jira start [key]
function! jira#work#start(args) abort
  call jira#context#choose(a:args.rest, 'Start work on:', function('s:start'))
endfunction

function! s:start(issue) abort
  let params = copy(a:issue)
  if get(g:, 'jira_branch', '') !=# ''
    let params.branchTemplate = g:jira_branch
  endif
  call jira#agent#request('jira/startWork', params, function('s:started'))
endfunction

function! s:started(result) abort
  call jira#buffers#issue_changed(a:result.issue)
  for step in a:result.steps
    if step.outcome ==# 'failed'
      call jira#ui#error(step.detail)
    endif
  endfor
  if !a:result.started
    return
  endif
  call jira#events#emit('Started', {'key': a:result.issue.key, 'branch': get(a:result, 'branch', '')})
  let branch = get(a:result, 'branch', '')
  if type(branch) != v:t_string || branch ==# '' || jira#context#branch() ==# '' || jira#context#branch() ==# branch
    return jira#ui#say(a:result.issue.key .. ' is ' .. a:result.issue.status.name .. '.')
  endif
  call jira#ui#agree('Create the branch ' .. branch .. '?', {-> jira#git#create_branch(branch)})
endfunction

" :Jira transition [key] [transition]
function! jira#work#transition(args) abort
  let [key, name] = jira#command#split_key(a:args.rest)
  call jira#context#choose(key, 'Move:', function('s:transition', [name]))
endfunction

function! s:transition(name, issue) abort
  call jira#agent#request('jira/transitions', a:issue, function('s:choose_transition', [a:name, a:issue]))
endfunction

function! s:choose_transition(name, issue, result) abort
  call jira#known#transitions_are(a:issue.key, a:result.transitions)
  let named = filter(copy(a:result.transitions), {_, each -> each.name ==? a:name || each.id ==# a:name})
  if empty(named)
    let named = filter(copy(a:result.transitions), {_, each -> each.to.name ==? a:name})
  endif
  if a:name !=# '' && empty(named)
    return jira#ui#error(a:issue.key .. ' cannot be moved by “' .. a:name .. '”; these can: ' .. join(map(copy(a:result.transitions), 'v:val.name'), ', ') .. '.')
  endif
  if empty(a:result.transitions)
    return jira#ui#say('No transition of ' .. a:issue.key .. ' is open to you.')
  endif
  let Move = {transition -> jira#fields#ask(transition.fields, a:issue, {values -> s:move(a:issue, transition, values)})}
  if len(named) == 1
    return Move(named[0])
  endif
  call jira#ui#select(empty(named) ? a:result.transitions : named, 'Move ' .. a:issue.key .. ':', {each -> each.name ==# each.to.name ? each.name : each.name .. ' → ' .. each.to.name}, Move)
endfunction

function! s:move(issue, transition, values) abort
  let params = extend({'transition': a:transition.id}, a:issue)
  if has_key(a:values, 'comment')
    let params.comment = remove(a:values, 'comment')
  endif
  if !empty(a:values)
    let params.fields = a:values
  endif
  call jira#agent#request('jira/transition', params, function('s:changed', [{issue -> issue.key .. ' is ' .. issue.status.name .. '.'}]))
endfunction

function! s:changed(Say, result) abort
  call jira#buffers#issue_changed(a:result.issue)
  call jira#ui#say(a:Say(a:result.issue))
  call jira#ui#warnings(a:result)
endfunction

" :Jira assign [key] [user]
function! jira#work#assign(args) abort
  let [key, user] = jira#command#split_key(a:args.rest)
  call jira#context#choose(key, 'Assign:', function('s:assign', [user]))
endfunction

function! s:assign(user, issue) abort
  if a:user !=# ''
    return s:assign_to(a:issue, a:user ==# 'nobody' ? v:null : a:user)
  endif
  call jira#agent#request('jira/assignableUsers', a:issue, function('s:choose_user', [a:issue]))
endfunction

function! s:choose_user(issue, result) abort
  call jira#known#users_are(a:result.users)
  let choices = [{'name': 'me', 'displayName': 'Me'}, {'name': v:null, 'displayName': 'Nobody'}] + a:result.users
  call jira#ui#select(choices, 'Assign ' .. a:issue.key .. ' to:', {user -> user.displayName}, {user -> s:assign_to(a:issue, user.name)})
endfunction

function! s:assign_to(issue, user) abort
  call jira#agent#request('jira/assign', extend({'assignee': a:user}, a:issue), function('s:changed', [function('s:say_assignee')]))
endfunction

function! s:say_assignee(issue) abort
  let assignee = get(a:issue, 'assignee', v:null)
  return a:issue.key .. ' is ' .. (type(assignee) == v:t_dict ? 'assigned to ' .. assignee.displayName : 'nobody’s') .. '.'
endfunction

" :Jira log [key] [time] [comment]
function! jira#work#log(args) abort
  let [key, rest] = jira#command#split_key(a:args.rest)
  call jira#context#choose(key, 'Log work on:', function('s:log', [rest]))
endfunction

function! s:log(rest, issue) abort
  let [time, comment] = matchlist(a:rest, '\v^(%(\d+%([.,]\d+)?\s*[wdhm]>\s*)*)(.*)$')[1:2]
  if trim(time) ==# '' && comment ==# ''
    return jira#ui#input('Time spent on ' .. a:issue.key .. ', for instance 1h 30m: ', '', {typed -> s:send_log(a:issue, typed, '')})
  endif
  call s:send_log(a:issue, trim(time) ==# '' ? comment : trim(time), trim(time) ==# '' ? '' : comment)
endfunction

" The agent reads the time as people write it, and tells that it is logged.
function! s:send_log(issue, time, comment) abort
  let params = extend({'timeSpent': a:time}, a:issue)
  if a:comment !=# ''
    let params.comment = a:comment
  endif
  call jira#agent#command('logWork', params, function('jira#ui#warnings'))
endfunction

" :Jira comment [key]
function! jira#work#comment(args) abort
  let text = a:args.range
  call jira#context#choose(a:args.rest, 'Comment on:', {issue -> s:where(issue, {found -> s:comment(a:args.mods, text, found)})})
endfunction

function! s:comment(mods, text, issue) abort
  call jira#draft#open(a:mods, jira#buffers#comment_name(a:issue.provider, a:issue.key), {
        \ 'issue': a:issue,
        \ 'text': a:text,
        \ 'hints': ['A comment on ' .. a:issue.key .. ', in Markdown. :w sends it; lines like this one are left out.'],
        \ 'send': {text, draft, Result, Failure -> jira#agent#request('jira/comment', extend({'body': text}, draft.issue), Result, Failure)},
        \ 'sent': function('s:commented'),
        \ })
endfunction

function! s:commented(result, draft) abort
  let issue = a:draft.issue
  call jira#ui#say('The comment is on ' .. issue.key .. '.')
  call jira#ui#warnings(a:result)
  call jira#buffers#changed(jira#buffers#page_name(issue.provider, issue.key))
  call jira#events#emit('IssueChanged', {'key': issue.key})
endfunction

" Calls {Then} with the issue and its provider, which the name of a buffer needs.
function! s:where(issue, Then) abort
  if get(a:issue, 'provider', '') !=# ''
    return a:Then(a:issue)
  endif
  call jira#agent#request('jira/issue', a:issue, {found -> a:Then({'key': found.key, 'provider': found.provider})})
endfunction
