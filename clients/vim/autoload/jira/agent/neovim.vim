" Neovim's agent: a client of its own vim.lsp, in lua/jira/agent.lua.

" Starts {command}. The handle can be used once jira#agent#ready() has been called with it.
function! jira#agent#neovim#start(command) abort
  let id = v:lua.require'jira.agent'.start(a:command, get(g:, 'jira_settings', {}))
  if id == v:null
    call timer_start(0, {_ -> jira#agent#neovim#ended(-1, 0)})
    return {}
  endif
  return s:handle(id, 'jira')
endfunction

" The agent that Neovim runs already, by a configuration of the user's; {} where there is none.
function! jira#agent#neovim#running() abort
  let found = v:lua.require'jira.agent'.running()
  return type(found) == v:t_dict ? extend(s:handle(found.id, 'vim.lsp'), found) : {}
endfunction

" Called from Lua, once the agent has said what it can.
function! jira#agent#neovim#initialized(found) abort
  call jira#agent#ready(extend(s:handle(a:found.id, 'jira'), a:found))
endfunction

" Called from Lua.
function! jira#agent#neovim#ended(code, meant) abort
  call jira#agent#ended(a:meant ? '' : jira#agent#program#why(a:code, 'see ' .. luaeval('vim.lsp.get_log_path()')))
endfunction

function! s:handle(id, kind) abort
  return {
        \ 'kind': a:kind,
        \ 'client': a:id,
        \ 'request': function('s:request'),
        \ 'cancel': function('s:cancel'),
        \ 'stop': function('s:stop'),
        \ }
endfunction

function! s:request(method, params, Answer) abort dict
  return v:lua.require'jira.agent'.request(self.client, a:method, a:params, jira#callbacks#keep(a:Answer))
endfunction

function! s:cancel(id) abort dict
  call v:lua.require'jira.agent'.cancel(self.client, a:id)
endfunction

" What a user's own configuration started goes on.
function! s:stop() abort dict
  if self.kind ==# 'jira'
    call v:lua.require'jira.agent'.stop(self.client)
  else
    call jira#agent#ended('')
  endif
endfunction
