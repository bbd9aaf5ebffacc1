" The last lines that the agent logged, in Vim; Neovim has a log of its own.

let s:lines = []

" {type} is a `MessageType` of LSP.
function! jira#log#add(type, message) abort
  call extend(s:lines, map(jira#text#lines(a:message), {_, line -> strftime('%H:%M:%S ') .. get(['', 'error', 'warning', 'info', 'log', 'debug'], a:type, '') .. ': ' .. line}))
  if len(s:lines) > 1000
    call remove(s:lines, 0, len(s:lines) - 1001)
  endif
endfunction

" Shows them.
function! jira#log#show(mods) abort
  if has('nvim')
    execute a:mods 'split' fnameescape(luaeval('vim.lsp.get_log_path()'))
    return
  endif
  call jira#buffers#scratch(a:mods, 'log', empty(s:lines) ? ['The Jira agent has logged nothing.'] : s:lines)
endfunction
