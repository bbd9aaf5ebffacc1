" Queries: as a list in a buffer, and as a quickfix list.

" What only a query in JQL has; anything else is words, keys or a pasted address, which the agent takes apart.
let s:operators = '\c\v[=~<>]|<(not\s+)?in\s*\(|<is\s+(not\s+)?(empty|null)>|<order\s+by>|<was>|<changed>'

" :Jira issues [jql or words]
function! jira#search#issues(args) abort
  call jira#list#open(a:args.mods, s:query(a:args.rest))
endfunction

function! s:query(text) abort
  if a:text ==# ''
    return {}
  endif
  return a:text !~? '^https\?://' && a:text =~# s:operators ? {'jql': a:text} : {'text': a:text}
endfunction

" :Jira queries
function! jira#search#queries(args) abort
  let found = {'mods': a:args.mods, 'queries': []}
  let sources = [
        \ ['jira/presets', {result -> map(copy(result.presets), {_, each -> {'name': each.title, 'jql': each.jql, 'query': {'preset': each.id}}})}],
        \ ['jira/queries', {result -> map(copy(result.queries), {_, each -> {'name': each.name, 'jql': each.jql, 'query': s:of_provider({'jql': each.jql}, each)}})}],
        \ ['jira/filters', {result -> map(copy(result.filters), {_, each -> {'name': each.name, 'jql': each.jql, 'query': {'filter': each.id}}})}],
        \ ]
  call s:gather(found, sources)
endfunction

" What cannot be told is left out.
function! s:gather(found, sources) abort
  if empty(a:sources)
    return jira#ui#select(a:found.queries, 'Query:', {each -> each.name .. '  ' .. each.jql}, {each -> jira#list#open(a:found.mods, each.query)})
  endif
  let [method, Entries] = a:sources[0]
  call jira#agent#request(method, {}, {result -> [extend(a:found.queries, Entries(result)), s:gather(a:found, a:sources[1:])]}, {_ -> s:gather(a:found, a:sources[1:])})
endfunction

function! s:of_provider(query, about) abort
  return type(get(a:about, 'provider', v:null)) == v:t_string ? extend(a:query, {'provider': a:about.provider}) : a:query
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
