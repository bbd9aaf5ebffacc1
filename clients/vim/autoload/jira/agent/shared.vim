" The agent of another LSP plugin, where one runs it: two of them would be one too many.

" A handle as of jira#agent#channel#start(); {} where nobody else runs the agent.
function! jira#agent#shared#find() abort
  if get(g:, 'jira_own_agent', 0)
    return {}
  endif
  for Find in [function('s:neovim'), function('s:vim_lsp'), function('s:yegappan'), function('s:coc')]
    let handle = Find()
    if !empty(handle)
      return handle
    endif
  endfor
  return {}
endfunction

function! s:neovim() abort
  return has('nvim') ? jira#agent#neovim#running() : {}
endfunction

" What all of them have in common: the other plugin has its own words for the documents, and ends the agent itself.
function! s:handle(kind, capabilities, parts) abort
  let jira = get(get(a:capabilities, 'experimental', {}), 'jira', {})
  if empty(jira)
    return {}
  endif
  return extend({
        \ 'kind': a:kind,
        \ 'jira': jira,
        \ 'encoding': get(a:capabilities, 'positionEncoding', 'utf-16'),
        \ 'cancel': {id -> 0},
        \ 'stop': {-> jira#agent#ended('')},
        \ }, a:parts)
endfunction

" prabirshrestha/vim-lsp
function! s:vim_lsp() abort
  if !exists('*lsp#get_server_names')
    return {}
  endif
  for name in lsp#get_server_names()
    if lsp#is_server_running(name)
      let handle = s:handle('vim-lsp', lsp#get_server_capabilities(name), {
            \ 'server': name,
            \ 'request': function('s:vim_lsp_request'),
            \ })
      if !empty(handle)
        call s:vim_lsp_listen(name)
        return handle
      endif
    endif
  endfor
  return {}
endfunction

" vim-lsp sends no request for a buffer that is none of the server's: one that is has to be named.
function! s:vim_lsp_request(method, params, Answer) abort dict
  let buffers = filter(getbufinfo({'bufloaded': 1}), {_, each -> getbufvar(each.bufnr, '&buftype') ==# '' && index(lsp#get_allowed_servers(each.bufnr), self.server) >= 0})
  call lsp#send_request(self.server, {
        \ 'bufnr': get(map(buffers, 'v:val.bufnr'), 0, bufnr('%')),
        \ 'method': a:method,
        \ 'params': a:params,
        \ 'on_notification': {data -> a:Answer(get(data.response, 'error', {}), get(data.response, 'result', v:null))},
        \ })
  return 0
endfunction

let s:listening = 0

function! s:vim_lsp_listen(name) abort
  if !s:listening
    let s:listening = 1
    call lsp#register_notifications('jira', {server, data -> server ==# a:name && has_key(data.response, 'method') ? s:heard(data.response.method, get(data.response, 'params', {})) : 0})
  endif
  augroup jira_shared
    autocmd!
    autocmd User lsp_server_exit call s:vim_lsp_exited()
  augroup END
endfunction

function! s:vim_lsp_exited() abort
  if jira#agent#host() ==# 'vim-lsp' && empty(s:vim_lsp())
    call jira#agent#ended('')
  endif
endfunction

" What the other plugin does not take itself.
function! s:heard(method, params) abort
  if a:method =~# '^jira/'
    call jira#lsp#notifications#take(a:method, a:params)
  endif
endfunction

" yegappan/lsp
function! s:yegappan() abort
  if !exists('*g:LspServerReady')
    return {}
  endif
  for buffer in getbufinfo({'bufloaded': 1})
    for server in lsp#buffer#BufLspServersGet(buffer.bufnr)
      if server.running && server.ready
        let handle = s:handle('yegappan/lsp', server.caps, {
              \ 'request': {method, params, Answer -> [server.rpc_a(method, params, {_, result, error -> Answer(error, result)}), 0][1]},
              \ })
        if !empty(handle)
          let server.customNotificationHandlers['jira/providersChanged'] = {_, message -> s:heard(message.method, message.params)}
          return handle
        endif
      endif
    endfor
  endfor
  return {}
endfunction

" neoclide/coc.nvim: it does not tell what a server can, so the server is asked.
function! s:coc() abort
  if !get(g:, 'coc_service_initialized', 0)
    return {}
  endif
  for service in CocAction('services')
    if service.id =~? 'jira' && service.state ==# 'running'
      let id = substitute(service.id, '^languageserver\.', '', '')
      return s:handle('coc.nvim', {'experimental': {'jira': {'protocolVersion': 1}}}, {
            \ 'request': {method, params, Answer -> [CocRequestAsync(id, method, params, {error, result -> Answer(s:coc_error(error), result)}), 0][1]},
            \ })
    endif
  endfor
  return {}
endfunction

function! s:coc_error(error) abort
  if empty(a:error)
    return {}
  endif
  return type(a:error) == v:t_dict ? a:error : {'code': -32803, 'message': substitute(a:error, '^Error: ', '', ''), 'data': {}}
endfunction
