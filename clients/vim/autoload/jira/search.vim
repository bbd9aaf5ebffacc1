" Queries: as a list in a buffer, and as a quickfix list.

" What only a query in JQL has; anything else is words to search for.
let s:operators = '\c\v[=~<>]|<(not\s+)?in\s*\(|<is\s+(not\s+)?(empty|null)>|<order\s+by>|<was>|<changed>'

" :Jira issues [jql or words]
function! jira#search#issues(args) abort
  call jira#list#open(a:args.mods, s:query(a:args.rest))
endfunction

function! s:query(text) abort
  if a:text ==# ''
    return {}
  endif
  return a:text =~# s:operators ? {'jql': a:text} : {'text': a:text}
endfunction

" :Jira queries
function! jira#search#queries(args) abort
  call jira#agent#request('jira/queries', {}, function('s:saved', [a:args.mods]))
endfunction

function! s:saved(mods, result) abort
  let saved = map(copy(a:result.queries), {_, query -> {'name': query.name, 'jql': query.jql, 'query': s:of_provider({'jql': query.jql}, query)}})
  call jira#agent#request('jira/filters', {}, {filters -> s:choose(a:mods, saved + map(copy(filters.filters), {_, each -> {'name': each.name, 'jql': each.jql, 'query': {'filter': each.id}}}))}, {_ -> s:choose(a:mods, saved)})
endfunction

function! s:of_provider(query, about) abort
  return type(get(a:about, 'provider', v:null)) == v:t_string ? extend(a:query, {'provider': a:about.provider}) : a:query
endfunction

function! s:choose(mods, queries) abort
  let mine = [{'name': 'My open issues', 'jql': '', 'query': {}}]
  call jira#ui#select(mine + a:queries, 'Query:', {each -> each.name .. (each.jql ==# '' ? '' : '  ' .. each.jql)}, {each -> jira#list#open(a:mods, each.query)})
endfunction

" :Jira quickfix [jql or words]
function! jira#search#quickfix(args) abort
  let params = extend({'limit': get(g:, 'jira_quickfix_limit', 500)}, s:query(a:args.rest))
  call jira#agent#request('jira/issues', params, function('s:fill_quickfix', [a:args.mods]))
endfunction

function! s:fill_quickfix(mods, result) abort
  let items = map(copy(a:result.issues), {_, issue -> {
        \ 'filename': jira#buffers#page_name(issue.provider, issue.key),
        \ 'lnum': 1,
        \ 'module': issue.key,
        \ 'text': jira#text#line(issue.summary .. ' (' .. issue.status.name .. ')'),
        \ }})
  for issue in a:result.issues
    call jira#known#issue(issue)
  endfor
  call setqflist([], ' ', {'title': 'Jira: ' .. jira#text#line(a:result.jql), 'items': items})
  silent doautocmd <nomodeline> QuickFixCmdPost Jira
  if empty(items)
    return jira#ui#say('Jira has no issues for this query.')
  endif
  execute a:mods 'copen'
  if a:result.total > len(items)
    call jira#ui#warn('These are the first ' .. len(items) .. ' of ' .. a:result.total .. ' issues; see g:jira_quickfix_limit.')
  endif
endfunction
