" The subcommands of :Jira, and their completion.

" [what it runs, what its arguments are]; an argument is completed by s:complete_<name>.
let s:commands = {
      \ 'add': ['jira#signin#add', []],
      \ 'keys': ['jira#signin#keys', []],
      \ 'authorize': ['jira#signin#authorize', ['provider', 'way']],
      \ 'signout': ['jira#signin#sign_out', ['provider']],
      \ 'providers': ['jira#signin#providers', []],
      \ 'remove': ['jira#signin#remove', ['provider']],
      \ 'issues': ['jira#search#issues', ['query']],
      \ 'queries': ['jira#search#queries', []],
      \ 'quickfix': ['jira#search#quickfix', ['query']],
      \ 'issue': ['jira#work#issue', ['key']],
      \ 'open': ['jira#work#open', ['key']],
      \ 'start': ['jira#work#start', ['key']],
      \ 'transition': ['jira#work#transition', ['key', 'transition']],
      \ 'comment': ['jira#work#comment', ['key']],
      \ 'assign': ['jira#work#assign', ['key', 'user']],
      \ 'log': ['jira#work#log', ['key']],
      \ 'create': ['jira#create#run', ['project', 'type']],
      \ 'hover': ['jira#editor#hover_command', []],
      \ 'actions': ['jira#editor#actions_command', []],
      \ 'diagnostics': ['jira#editor#diagnostics', []],
      \ 'doctor': ['jira#doctor#run', ['provider']],
      \ 'messages': ['jira#doctor#log', []],
      \ 'stop': ['jira#doctor#stop', []],
      \ }

" Words of JQL, for the completion of a query.
let s:words = ['AND', 'OR', 'NOT', 'IN', 'IS EMPTY', 'ORDER BY', 'assignee', 'reporter', 'project', 'status', 'statusCategory',
      \ 'resolution', 'priority', 'issuetype', 'labels', 'fixVersion', 'component', 'sprint', 'created', 'updated', 'due', 'summary',
      \ 'text', 'watcher', 'currentUser()', 'openSprints()', 'startOfDay()', 'startOfWeek()', 'Unresolved', 'DESC', 'ASC']

" Runs {args}, the rest of the command line; {range} are the lines that it was given.
function! jira#command#run(mods, args, range) abort
  let name = matchstr(a:args, '^\S*')
  let name = name ==# '' ? 'issues' : name
  if !has_key(s:commands, name)
    return jira#ui#error('There is no `:Jira ' .. name .. '`; these are: ' .. join(sort(keys(s:commands)), ', ') .. '.')
  endif
  call call(s:commands[name][0], [{'mods': a:mods, 'rest': trim(matchstr(a:args, '^\S*\s*\zs.*')), 'range': a:range}])
endfunction

" Splits the key of an issue, where the text begins with one, from the rest.
function! jira#command#split_key(text) abort
  let [word, rest] = matchlist(a:text, '^\(\S*\)\s*\(.*\)$')[1:2]
  return jira#context#is_key(word) ? [word, rest] : ['', a:text]
endfunction

" Every completion of {lead} at the end of {line}.
function! jira#command#complete(lead, line) abort
  let words = split(substitute(a:line, '^.\{-}\<Jira\s*', '', ''), '\s\+')
  if a:lead ==# ''
    call add(words, '')
  endif
  if len(words) <= 1
    return s:beginning_with(a:lead, sort(keys(s:commands)))
  endif
  let arguments = get(s:commands, words[0], ['', []])[1]
  if empty(arguments) || (arguments[0] !=# 'query' && len(words) - 2 >= len(arguments) && arguments[-1] !=# 'transition')
    return []
  endif
  let argument = arguments[min([len(words) - 2, len(arguments) - 1])]
  return s:beginning_with(a:lead, call('s:complete_' .. argument, [words]))
endfunction

function! s:beginning_with(lead, candidates) abort
  return filter(copy(a:candidates), {_, each -> stridx(tolower(each), tolower(a:lead)) == 0})
endfunction

function! s:complete_provider(words) abort
  return map(copy(jira#providers#all()), 'v:val.id')
endfunction

function! s:complete_way(words) abort
  return ['browser', 'code']
endfunction

function! s:complete_query(words) abort
  return s:words + jira#known#projects()
endfunction

function! s:complete_key(words) abort
  let here = get(jira#context#issue(), 'key', '')
  return (here ==# '' ? [] : [here]) + filter(jira#known#keys(), 'v:val !=# here')
endfunction

" Of several words each: what is there of them already is part of what is completed.
function! s:complete_transition(words) abort
  let names = jira#known#transitions(a:words[1])
  let typed = join(a:words[2:], ' ')
  let begun = strchars(typed) - strchars(a:words[-1])
  return map(filter(copy(names), {_, name -> stridx(tolower(name), tolower(typed)) == 0}), {_, name -> strcharpart(name, begun)})
endfunction

function! s:complete_user(words) abort
  return jira#known#users()
endfunction

function! s:complete_project(words) abort
  return jira#known#projects()
endfunction

function! s:complete_type(words) abort
  return jira#known#types(a:words[1])
endfunction
