" Text for Jira that is written in a buffer and sent by `:write`: a comment, or a new issue.

" What such lines say is for whoever writes, and not for Jira.
let s:hint = '^<!-- jira: .* -->$'

let s:about = {}
" Buffers that are being sent, and those that were not sent in the end.
let s:pending = []
let s:unsent = []
let s:exiting = 0

" Begins a text, or goes on with it. {about} has:
"   hints     lines to be told at the end of the buffer
"   text      lines to begin with
"   send      a function of (text, about, Result, Failure) that returns a request; {} where it asks the user first
"   sent      called with the result
function! jira#draft#open(mods, name, about) abort
  let s:about = a:about
  " In a window of its own, which goes when the text is sent.
  call jira#buffers#show(a:mods ==# '' ? 'belowright' : a:mods, a:name)
  let s:about = {}
endfunction

" BufReadCmd, in the buffer. A text that nobody began, of a session for instance, is just text.
function! jira#draft#read() abort
  " Swap files of all comments would have one name.
  setlocal buftype=acwrite bufhidden=hide noswapfile
  if !empty(s:about)
    let b:jira = extend({'kind': 'draft', 'buffer': bufnr('%')}, s:about)
  elseif !exists('b:jira')
    setlocal buftype=nofile
    return jira#ui#warn('This text was not begun here: begin it anew with `:Jira comment` or `:Jira create`.')
  endif
  let lines = (empty(b:jira.text) ? [''] : b:jira.text) + [''] + map(copy(b:jira.hints), {_, hint -> '<!-- jira: ' .. hint .. ' -->'})
  call setline(1, lines)
  setlocal filetype=markdown
  setlocal nomodified
  call cursor(1, 1)
  call jira#keymaps#define()
endfunction

" BufWriteCmd: sends it. The window may be closed meanwhile; where Jira refuses, it comes back.
function! jira#draft#write(buffer) abort
  let draft = jira#buffers#of(a:buffer)
  if index(s:pending, a:buffer) >= 0
    return jira#ui#warn('This is being sent already.')
  endif
  let text = s:text(a:buffer)
  if text ==# ''
    return jira#ui#error('There is nothing to send.')
  endif
  call add(s:pending, a:buffer)
  call s:note_unsent(a:buffer)
  call setbufvar(a:buffer, '&modified', 0)
  let request = draft.send(text, draft, function('s:sent', [a:buffer, getbufvar(a:buffer, 'changedtick')]), function('s:refused', [a:buffer]))
  if s:exiting && empty(request)
    " Its questions come first.
    call setbufvar(a:buffer, '&modified', 1)
  elseif s:exiting
    call jira#ui#say('Sending …')
    call jira#agent#wait(request, s:patience())
  endif
endfunction

" Not to be sent, after all.
function! jira#draft#unsent(buffer) abort
  call filter(s:pending, 'v:val != a:buffer')
  if bufloaded(a:buffer)
    call setbufvar(a:buffer, '&modified', 1)
  endif
endfunction

function! s:note_unsent(buffer) abort
  call filter(s:unsent, 'v:val != a:buffer')
  call add(s:unsent, a:buffer)
endfunction

" ExitPre comes before `:wq` and `:wqall` write (but not in Neovim 0.7), when the agent is still there.
function! s:exit() abort
  let s:exiting = 1
  augroup jira_draft_stays
    autocmd!
    autocmd CursorMoved,CursorHold,InsertEnter,CmdlineEnter * ++once let s:exiting = 0
  augroup END
endfunction

" VimLeavePre: what is being sent is waited for, and what could not be sent is not lost.
function! jira#draft#leave() abort
  let start = reltime()
  while !empty(s:pending) && reltimefloat(reltime(start)) * 1000 < s:patience()
    sleep 10m
  endwhile
  for buffer in filter(copy(s:unsent), 'bufloaded(v:val)')
    call s:keep(buffer)
  endfor
endfunction

function! s:keep(buffer) abort
  let folder = (empty($XDG_STATE_HOME) ? expand('~/.local/state') : $XDG_STATE_HOME) .. '/jira-vim'
  call mkdir(folder, 'p', 0700)
  let file = folder .. '/' .. substitute(bufname(a:buffer), '[^[:alnum:].-]\+', '-', 'g') .. strftime('-%Y%m%dT%H%M%S.md')
  call writefile(getbufline(a:buffer, 1, '$'), file)
  call jira#ui#error('The text was not sent; it is kept in ' .. file)
endfunction

function! s:patience() abort
  return get(g:, 'jira_patience', 15000)
endfunction

function! s:text(buffer) abort
  let lines = filter(getbufline(a:buffer, 1, '$'), 'v:val !~# s:hint')
  return trim(join(lines, "\n"), "\n\r\t ")
endfunction

function! s:sent(buffer, tick, result) abort
  call filter(s:pending, 'v:val != a:buffer')
  call filter(s:unsent, 'v:val != a:buffer')
  let draft = jira#buffers#of(a:buffer)
  if !s:exiting && getbufvar(a:buffer, 'changedtick') == a:tick
    " To write it once more would be to send it once more.
    execute 'silent! bwipeout!' a:buffer
  endif
  call draft.sent(a:result, draft)
endfunction

function! s:refused(buffer, error) abort
  call jira#draft#unsent(a:buffer)
  if !s:exiting && bufwinid(a:buffer) < 0 && bufexists(a:buffer)
    execute 'sbuffer' a:buffer
    setlocal modified
  endif
  call jira#ui#failed(a:error)
endfunction

augroup jira_draft
  autocmd!
  autocmd ExitPre * call s:exit()
augroup END
