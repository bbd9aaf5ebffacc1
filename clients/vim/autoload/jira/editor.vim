" Issues in the text that is edited: what they are, where they lead, and what can be done.

" Shows what is known of the issue under the cursor.
function! jira#editor#hover() abort
  if !s:is_text()
    return s:hover_issue()
  endif
  if has('nvim') && s:attached()
    return luaeval('vim.lsp.buf.hover()')
  endif
  call jira#agent#request('textDocument/hover', jira#lsp#position(), function('s:show_hover'))
endfunction

function! jira#editor#hover_command(args) abort
  call jira#editor#hover()
endfunction

" A buffer of text, and none of our own.
function! s:is_text() abort
  return empty(jira#buffers#of(bufnr('%')))
endfunction

function! s:attached() abort
  call jira#agent#start()
  return v:lua.require'jira.agent'.is_attached(bufnr('%'))
endfunction

function! s:show_hover(hover) abort
  let text = type(a:hover) == v:t_dict ? jira#lsp#markup(a:hover.contents) : ''
  let told = has('nvim') ? [] : map(jira#lsp#diagnostics#at(bufnr('%'), line('.')), 'v:val.message')
  let lines = jira#text#lines(trim(join(told + (text ==# '' ? [] : [text]), "\n\n")))
  if empty(filter(copy(lines), 'v:val !=# ""'))
    return jira#ui#say('No issue is under the cursor.')
  endif
  call jira#ui#float(lines, 'markdown')
endfunction

" In a buffer of ours there is no document of the agent: it is asked for the page.
function! s:hover_issue() abort
  let issue = jira#context#issue()
  if !empty(issue)
    call jira#agent#request('jira/issue', issue, function('s:show_page'))
  endif
endfunction

function! s:show_page(issue) abort
  let uri = jira#buffers#uri(jira#buffers#page_name(a:issue.provider, a:issue.key))
  call jira#agent#request('workspace/textDocumentContent', {'uri': uri}, {content -> jira#ui#float(jira#text#lines(trim(content.text)), 'markdown')})
endfunction

" What can be done here: a choice of code actions.
function! jira#editor#actions() abort
  if has('nvim') && s:is_text() && s:attached()
    return luaeval('vim.lsp.buf.code_action()')
  endif
  let position = jira#lsp#position()
  let diagnostics = has('nvim') ? [] : jira#lsp#diagnostics#at(bufnr('%'), line('.'))
  let params = {'textDocument': position.textDocument, 'range': {'start': position.position, 'end': position.position}, 'context': {'diagnostics': diagnostics}}
  call jira#agent#request('textDocument/codeAction', params, function('s:choose_action'))
endfunction

function! jira#editor#actions_command(args) abort
  call jira#editor#actions()
endfunction

function! s:choose_action(actions) abort
  let actions = type(a:actions) == v:t_list ? filter(copy(a:actions), '!has_key(v:val, "disabled")') : []
  if empty(actions)
    return jira#ui#say('There is nothing to do here.')
  endif
  call jira#ui#select(actions, 'Jira:', {action -> action.title}, function('s:act'))
endfunction

" An action brings an edit, a command, or both; or is a command itself.
function! s:act(action) abort
  if type(get(a:action, 'edit', v:null)) == v:t_dict && !jira#lsp#edits#apply(a:action.edit)
    return jira#ui#error('The text has changed meanwhile.')
  endif
  let command = type(get(a:action, 'command', v:null)) == v:t_string ? a:action : get(a:action, 'command', v:null)
  if type(command) == v:t_dict
    call jira#agent#request('workspace/executeCommand', {'command': command.command, 'arguments': get(command, 'arguments', [])})
  endif
endfunction

" Opens the issue under the cursor in the browser, or whatever else the editor would open there.
function! jira#editor#open_link() abort
  if !s:is_text()
    let issue = jira#context#issue()
    return expand('<cfile>') =~# '^https\=://' || empty(issue) ? jira#browser#open_under_cursor() : jira#work#open({'rest': issue.key})
  endif
  let place = [line('.'), col('.')]
  call jira#agent#request('textDocument/documentLink', {'textDocument': jira#lsp#position().textDocument}, function('s:follow', [bufnr('%'), place]), {_ -> jira#browser#open_under_cursor()})
endfunction

function! s:follow(buffer, place, links) abort
  if bufnr('%') != a:buffer
    return
  endif
  for link in type(a:links) == v:t_list ? a:links : []
    if jira#lsp#contains(link.range, a:place)
      return s:open_url(link.target)
    endif
  endfor
  call jira#browser#open_under_cursor()
endfunction

" The browser of the settings; else the agent opens it.
function! s:open_url(url) abort
  if jira#browser#open_by_setting(a:url)
    return
  endif
  let key = matchstr(a:url, '/browse/\zs[^/?#]\+')
  call jira#agent#command('openIssue', {'key': jira#text#decode(key)})
endfunction

" :Jira diagnostics
function! jira#editor#diagnostics(args) abort
  call jira#agent#start()
  if has('nvim')
    return luaeval('vim.diagnostic.setloclist({ namespace = require("jira.agent").diagnostics() })')
  endif
  let items = jira#lsp#diagnostics#items(bufnr('%'))
  call setloclist(0, [], ' ', {'title': 'Jira', 'items': items})
  if empty(items)
    return jira#ui#say('There is nothing to say about this text.')
  endif
  execute a:args.mods 'lopen'
endfunction
