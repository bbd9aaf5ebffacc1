" Jira for Vim and Neovim. What is here runs at every start: it defines names, and loads nothing.

if exists('g:loaded_jira') || &compatible
  finish
endif
let g:loaded_jira = 1

" LSP over a channel came with 8.2.4684. An older Vim reads no further, so that nothing else has to be written for it.
if !has('nvim-0.7') && !(has('patch-8.2.4684') && has('channel') && has('job') && has('popupwin') && has('textprop'))
  command! -nargs=* Jira echoerr 'Jira needs Neovim 0.7, or Vim 9 with +channel, +job, +popupwin and +textprop; this one lacks them.'
  finish
endif

command! -nargs=* -range=0 -complete=custom,jira#complete Jira call jira#run(<q-mods>, <count>, <line1>, <line2>, <q-args>)

nnoremap <silent> <Plug>(jira-hover) <Cmd>call jira#hover()<CR>
nnoremap <silent> <Plug>(jira-actions) <Cmd>call jira#actions()<CR>
nnoremap <silent> <Plug>(jira-open) <Cmd>call jira#open_link()<CR>
nnoremap <silent> <Plug>(jira-issue) <Cmd>Jira issue<CR>
nnoremap <silent> <Plug>(jira-issues) <Cmd>Jira issues<CR>
nnoremap <silent> <Plug>(jira-diagnostics) <Cmd>Jira diagnostics<CR>

augroup jira
  autocmd!
  autocmd BufReadCmd jira://* call jira#buffers#read(expand('<amatch>'))
  autocmd BufWriteCmd jira://* call jira#buffers#write(expand('<amatch>'))
  " Before Neovim's clients end, which do so at the same event.
  autocmd VimLeavePre * if exists('#jira_draft') | call jira#draft#leave() | endif
  if !empty(get(g:, 'jira_autostart', []))
    autocmd FileType * call jira#autostart(expand('<amatch>'))
  endif
augroup END
