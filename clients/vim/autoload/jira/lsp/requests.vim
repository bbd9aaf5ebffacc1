" What the agent asks of Vim. Each request is answered once, by {Answer}.

function! jira#lsp#requests#answer(method, params, Answer) abort
  let Handle = get(s:handlers, a:method, 0)
  if type(Handle) == v:t_func
    call Handle(a:params, a:Answer)
  else
    call a:Answer({'error': {'code': -32601, 'message': 'Vim has no ' .. a:method .. '.'}})
  endif
endfunction

" Shows a document: an issue, a file, or an address in the browser. False where that is left to the agent.
function! jira#lsp#requests#show_document(params) abort
  if get(a:params, 'external', v:false) is v:true || a:params.uri =~# '^https\=:'
    return jira#browser#open_by_setting(a:params.uri) ? v:true : v:false
  endif
  if a:params.uri =~# '^jira:'
    call jira#page#show(jira#buffers#name(a:params.uri))
  elseif jira#lsp#documents#path(a:params.uri) !=# ''
    call jira#buffers#show('', jira#lsp#documents#path(a:params.uri))
  else
    return v:false
  endif
  if get(a:params, 'selection', v:null) isnot v:null
    call cursor(a:params.selection.start.line + 1, a:params.selection.start.character + 1)
  endif
  return v:true
endfunction

function! s:show_document(params, Answer) abort
  call a:Answer({'result': {'success': jira#lsp#requests#show_document(a:params)}})
endfunction

" A question that is dismissed is answered with null.
function! s:question(params, Answer) abort
  let actions = get(a:params, 'actions', [])
  if empty(actions)
    call jira#ui#say(a:params.message)
    return a:Answer({'result': v:null})
  endif
  call jira#picker#open(map(copy(actions), 'jira#text#line(v:val.title)'), jira#text#line(a:params.message), {index -> a:Answer({'result': index < 0 ? v:null : actions[index]})})
endfunction

function! s:apply_edit(params, Answer) abort
  call a:Answer({'result': {'applied': jira#lsp#edits#apply(a:params.edit) ? v:true : v:false}})
endfunction

function! s:configuration(params, Answer) abort
  let settings = get(g:, 'jira_settings', {})
  call a:Answer({'result': map(copy(a:params.items), {_, item -> get(item, 'section', '') ==# 'jira' ? settings : v:null})})
endfunction

function! s:folders(params, Answer) abort
  call a:Answer({'result': [{'uri': jira#lsp#documents#uri_of_path(getcwd()), 'name': fnamemodify(getcwd(), ':t')}]})
endfunction

function! s:content_changed(params, Answer) abort
  call a:Answer({'result': v:null})
  call jira#buffers#changed(a:params.uri)
endfunction

function! s:nothing(params, Answer) abort
  call a:Answer({'result': v:null})
endfunction

let s:handlers = {
      \ 'window/showDocument': function('s:show_document'),
      \ 'window/showMessageRequest': function('s:question'),
      \ 'window/workDoneProgress/create': function('s:nothing'),
      \ 'workspace/applyEdit': function('s:apply_edit'),
      \ 'workspace/configuration': function('s:configuration'),
      \ 'workspace/workspaceFolders': function('s:folders'),
      \ 'workspace/textDocumentContent/refresh': function('s:content_changed'),
      \ 'client/registerCapability': function('s:nothing'),
      \ 'client/unregisterCapability': function('s:nothing'),
      \ }
