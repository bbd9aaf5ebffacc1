" The mappings in the buffers of this plugin, and the help on them. None of them is global.

" [keys, where, what it runs, what it does]; `where` names the kinds of buffer.
let s:keymaps = [
      \ ['<CR>', 'list page', 'call jira#keymaps#open("here")', 'open the issue here'],
      \ ['o', 'list page', 'call jira#keymaps#open("split")', 'open it in a split'],
      \ ['gO', 'list page', 'call jira#keymaps#open("vertical split")', 'open it in a vertical split'],
      \ ['O', 'list page', 'call jira#keymaps#open("tab split")', 'open it in a tab'],
      \ ['K', 'list page', 'call jira#hover()', 'show more about it'],
      \ ['gx', 'list page', 'call jira#open_link()', 'open it in the browser'],
      \ ['Y', 'list page', 'call jira#keymaps#yank()', 'yank its key'],
      \ ['t', 'list page', 'Jira transition', 'move it to another status'],
      \ ['c', 'list page', 'Jira comment', 'write a comment'],
      \ ['a', 'list page', 'Jira assign', 'assign it'],
      \ ['L', 'list page', 'Jira log', 'log work on it'],
      \ ['s', 'list page', 'Jira start', 'start work on it'],
      \ ['C', 'list page', 'Jira create', 'create an issue'],
      \ ['R', 'list page', 'call jira#keymaps#refresh()', 'read it anew'],
      \ ['gq', 'list page scratch', 'call jira#keymaps#close()', 'close'],
      \ ['g?', 'list page draft scratch', 'call jira#keymaps#help()', 'show this help'],
      \ ]

" Defines those of the current buffer; g:jira_no_mappings leaves all of them out.
function! jira#keymaps#define() abort
  if get(g:, 'jira_no_mappings', 0)
    return
  endif
  for [keys, where, command, does] in s:here()
    execute 'nnoremap <buffer> <silent> <nowait>' keys '<Cmd>' .. command .. '<CR>'
  endfor
endfunction

function! s:here() abort
  let kind = jira#buffers#of(bufnr('%')).kind
  return filter(copy(s:keymaps), {_, each -> index(split(each[1]), kind) >= 0})
endfunction

" g?
function! jira#keymaps#help() abort
  let lines = map(s:here(), {_, each -> printf('%-5s %s', each[0], each[3])})
  if jira#buffers#of(bufnr('%')).kind ==# 'draft'
    call insert(lines, ':w    send it')
  endif
  call jira#ui#float(lines + ['', ':help jira'], 'help')
endfunction

" Opens the issue of the line, or of the key under the cursor.
function! jira#keymaps#open(how) abort
  let issue = jira#context#issue()
  if empty(issue)
    return
  endif
  let how = {'here': 'here', 'split': 'belowright', 'vertical split': 'vertical', 'tab split': 'tab'}[a:how]
  if get(issue, 'provider', '') !=# ''
    let name = jira#buffers#page_name(issue.provider, issue.key)
    if bufname('%') !=# name
      call jira#page#open(how, issue)
    endif
  else
    call jira#page#open(how, issue)
  endif
endfunction

function! jira#keymaps#refresh() abort
  let Refresh = {'list': function('jira#list#refresh'), 'page': function('jira#page#reload')}[b:jira.kind]
  call Refresh(bufnr('%'))
endfunction

function! jira#keymaps#yank() abort
  let key = get(jira#context#issue(), 'key', '')
  if key !=# ''
    call setreg(v:register, key)
    call jira#ui#say(key .. ' yanked.')
  endif
endfunction

" The last window stays, with another buffer.
function! jira#keymaps#close() abort
  if winnr('$') > 1 || tabpagenr('$') > 1
    close
  else
    execute bufnr('#') > 0 && buflisted(bufnr('#')) ? 'buffer #' : 'enew'
  endif
endfunction
