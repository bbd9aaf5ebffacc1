" How a list of issues looks.

let s:head = 3

" How many lines come before the first issue.
function! jira#layout#head() abort
  return s:head
endfunction

" The lines of a list.
function! jira#layout#lines(list) abort
  return s:title(a:list) + s:rows(a:list.issues) + s:end(a:list)
endfunction

function! s:title(list) abort
  let shown = a:list.total < 0 ? 'Issues' : len(a:list.issues) .. ' of ' .. a:list.total .. ' issues'
  let query = a:list.jql !=# '' ? a:list.jql : get(a:list.query, 'jql', get(a:list.query, 'text', 'your open issues'))
  return [shown .. '  ' .. jira#text#symbol('·', '-') .. '  g? for help', jira#text#line(query), '']
endfunction

function! s:rows(issues) abort
  let widths = {
        \ 'key': s:width(a:issues, {issue -> issue.key}, 20),
        \ 'type': s:width(a:issues, {issue -> issue.type.name}, 12),
        \ 'status': s:width(a:issues, {issue -> s:status(issue.status)}, 18),
        \ 'priority': s:width_of_difference(a:issues, {issue -> s:name(issue, 'priority')}, 10),
        \ 'assignee': s:width_of_difference(a:issues, {issue -> s:assignee(issue)}, 16),
        \ }
  return map(copy(a:issues), {_, issue -> s:row(issue, widths)})
endfunction

function! s:row(issue, widths) abort
  let cells = [
        \ jira#text#cell(a:issue.key, max([a:widths.key, strdisplaywidth(a:issue.key)])),
        \ jira#text#cell(a:issue.type.name, a:widths.type),
        \ jira#text#cell(s:status(a:issue.status), a:widths.status),
        \ a:widths.priority == 0 ? '' : jira#text#cell(s:name(a:issue, 'priority'), a:widths.priority),
        \ a:widths.assignee == 0 ? '' : jira#text#cell(s:assignee(a:issue), a:widths.assignee),
        \ jira#text#day(a:issue.updated),
        \ jira#text#line(a:issue.summary),
        \ ]
  return join(filter(cells, 'v:val !=# ""'), '  ')
endfunction

" The sign tells the category, which is the same in every language and workflow.
function! s:status(status) abort
  let signs = {'new': ['○', 'o'], 'indeterminate': ['◐', '~'], 'done': ['●', 'x']}
  return call('jira#text#symbol', get(signs, a:status.category, ['·', '.'])) .. ' ' .. a:status.name
endfunction

function! s:name(issue, member) abort
  let value = get(a:issue, a:member, {})
  return type(value) == v:t_dict ? get(value, 'name', '') : ''
endfunction

function! s:assignee(issue) abort
  let assignee = get(a:issue, 'assignee', {})
  return type(assignee) == v:t_dict ? get(assignee, 'displayName', '') : ''
endfunction

function! s:width(issues, Text, most) abort
  return min([a:most, max(map(copy(a:issues), {_, issue -> strdisplaywidth(jira#text#line(a:Text(issue)))}))])
endfunction

" What is the same for all needs no column: the room is for the summaries.
function! s:width_of_difference(issues, Text, most) abort
  let texts = uniq(sort(map(copy(a:issues), {_, issue -> a:Text(issue)})))
  return len(texts) < 2 && len(a:issues) > 1 ? 0 : s:width(a:issues, a:Text, a:most)
endfunction

function! s:end(list) abort
  if a:list.problem !=# ''
    let when = get(a:list, 'read', '') ==# '' ? [] : ['What is shown is as of ' .. a:list.read .. '.']
    return (empty(a:list.issues) ? [] : ['']) + when + jira#text#lines(a:list.problem) + ['R tries again.']
  endif
  if !empty(a:list.loading)
    return [empty(a:list.issues) ? 'Asking Jira …' : 'Asking Jira for more …']
  endif
  if a:list.cursor !=# ''
    return [(a:list.total - len(a:list.issues)) .. ' more below']
  endif
  return empty(a:list.issues) ? ['Jira has none.'] : []
endfunction
