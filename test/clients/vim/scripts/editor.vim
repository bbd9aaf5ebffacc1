" Issues in the text that is edited: hover, completion, links, diagnostics and actions, in a program and in a message of a commit.

function! Story() abort
  call SignIn()
  call s:open_program()
  call s:hover()
  call s:diagnostics()
  call s:link()
  call s:actions()
  call s:complete()
  call s:commit()
  call s:quickfix()
endfunction

function! s:open_program() abort
  " Counted in bytes, in characters and in UTF-16 the key is elsewhere.
  call writefile(['# 😀 TODO ABC-10 is done', '# FIXME ABC-1, ' .. $MOVED], 'program.py')
  edit program.py
  setlocal filetype=python
  call Until({-> has('nvim') ? luaeval('require("jira.agent").is_attached(_A)', bufnr('%')) : jira#lsp#documents#version(bufnr('%')) > 0}, 'the agent to follow the buffer')
endfunction

" What a popup or a floating window shows.
function! s:floating() abort
  if has('nvim')
    let windows = filter(range(1, winnr('$')), 'nvim_win_get_config(win_getid(v:val)).relative !=# ""')
    return empty(windows) ? '' : join(getbufline(winbufnr(windows[0]), 1, '$'), "\n")
  endif
  return empty(popup_list()) ? '' : join(getbufline(winbufnr(popup_list()[0]), 1, '$'), "\n")
endfunction

function! s:hover() abort
  call cursor(1, stridx(getline(1), 'ABC-10') + 1)
  " The issue may not be known yet; then it is for the next time.
  call Until({-> [jira#hover(), execute('sleep 300m'), s:floating()][2] =~# 'ABC-10'}, 'the hover')
  call assert_match('Done', s:floating())
  if has('nvim')
    execute 'normal! j'
    doautocmd CursorMoved
  else
    call popup_clear()
  endif
endfunction

function! s:diagnostics() abort
  call cursor(1, 1)
  Jira diagnostics
  call Until({-> s:found('ABC-10 is done')}, 'the diagnostic')
  let item = filter(getloclist(0), 'v:val.text =~# "ABC-10 is done"')[0]
  call assert_equal([1, stridx(getbufline('program.py', 1)[0], 'ABC-10') + 1], [item.lnum, item.col])
  call assert_equal(bufnr('program.py'), item.bufnr)
  if !has('nvim')
    call assert_equal(['JiraInfo'], map(sign_getplaced(bufnr('program.py'), {'group': 'jira', 'lnum': 1})[0].signs, 'v:val.name'))
    call assert_equal(['JiraInfo'], map(prop_list(1, {'bufnr': bufnr('program.py')}), 'v:val.type'))
  endif
endfunction

" Whether the location list has it; the window of the list is closed again.
function! s:found(text) abort
  execute bufwinnr('program.py') .. 'wincmd w'
  Jira diagnostics
  if &buftype ==# 'quickfix'
    lclose
    execute bufwinnr('program.py') .. 'wincmd w'
  endif
  return !empty(filter(getloclist(0), 'v:val.text =~# a:text'))
endfunction

function! s:link() abort
  execute bufwinnr('program.py') .. 'wincmd w'
  let g:jira_browser = ['sh', '-c', 'printf %s "$0" > "$WORLD/url.part" && mv "$WORLD/url.part" "$WORLD/url"']
  nmap gx <Plug>(jira-open)
  call cursor(1, stridx(getline(1), 'ABC-10') + 3)
  normal gx
  call Until({-> filereadable($WORLD .. '/url')}, 'the browser')
  call assert_equal($JIRA .. '/browse/ABC-10', readfile($WORLD .. '/url')[0])
endfunction

function! s:actions() abort
  " A key that has become another is replaced: an edit.
  call Until({-> s:found('moved')}, 'the remark on the moved issue')
  call cursor(2, stridx(getline(2), $MOVED) + 1)
  call Answering([['choose', '^Replace ' .. $MOVED]], 'call jira#actions()')
  call Until({-> getline(2) !~# $MOVED}, 'the new key')
  call assert_match('^# FIXME ABC-1, WEB-\d\+$', getline(2))
  " A command, after which the agent shows an issue.
  call cursor(2, stridx(getline(2), 'ABC-1') + 1)
  call Answering([['choose', '^ABC-1: Show']], 'call jira#actions()')
  call UntilLine('^# ABC-1: ')
  call assert_match('^jira://', bufname('%'))
  close
endfunction

" Presses keys in insert mode, until the menu is there; then takes its first match.
function! s:complete() abort
  execute bufwinnr('program.py') .. 'wincmd w'
  setlocal completefunc=jira#completefunc completeopt=menu
  call s:complete_in_insert_mode("o# ABC-1\<C-x>\<C-u>")
  call assert_match('^# ABC-1\d* *$', getline('.'))
  normal! u
endfunction

function! s:complete_in_insert_mode(keys) abort
  let s:menu = []
  let s:waited = reltime()
  call timer_start(20, function('s:take'), {'repeat': -1})
  call feedkeys(a:keys, 't')
  call feedkeys('', 'x!')
  call assert_notequal([], s:menu, 'a menu')
  call assert_match('^\u\+-\d\+$', get(get(s:menu, 0, {}), 'word', ''))
endfunction

function! s:take(timer) abort
  if mode() !=# 'i' && mode() !=# 'ic'
    return
  endif
  let info = complete_info(['items', 'pum_visible'])
  if !empty(info.items) || reltimefloat(reltime(s:waited)) > 10
    call timer_stop(a:timer)
    let s:menu = info.items
    call feedkeys("\<C-y>\<Esc>", 't')
  endif
endfunction

function! s:commit() abort
  call mkdir('.git/refs', 'p')
  call writefile(['ref: refs/heads/feature/abc-7-some-words'], '.git/HEAD')
  call writefile(['fix ABC-10', ''], '.git/COMMIT_EDITMSG')
  silent write
  edit .git/COMMIT_EDITMSG
  filetype plugin on
  setlocal filetype=gitcommit
  call assert_equal('jira#omnifunc', has('nvim') && &omnifunc =~# 'lsp' ? 'jira#omnifunc' : &omnifunc)
  setlocal omnifunc=jira#omnifunc
  call assert_equal('ABC-7', jira#context#branch_key())
  call Until({-> s:remarks() =~# 'ABC-10'}, 'a remark on the message')
  call s:complete_in_insert_mode("oABC-1\<C-x>\<C-o>")
endfunction

function! s:remarks() abort
  Jira diagnostics
  let items = join(map(getloclist(0), 'v:val.text'), "\n")
  if &buftype ==# 'quickfix'
    wincmd p
  endif
  return items
endfunction

function! s:quickfix() abort
  silent write
  Jira quickfix project = ABC AND status = Done ORDER BY key ASC
  call Until({-> !empty(getqflist())}, 'the quickfix list')
  call assert_match('^Jira: project = ABC', getqflist({'title': 1}).title)
  call assert_equal('ABC-10', getqflist()[0].module)
  cfirst
  call UntilLine('^# ABC-10: ')
endfunction
