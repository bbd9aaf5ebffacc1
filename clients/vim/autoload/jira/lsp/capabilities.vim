" What this editor says that it can.

" Beyond what Neovim says of itself.
function! jira#lsp#capabilities#of_jira() abort
  return {
        \ 'window': {'showDocument': {'support': v:true}},
        \ 'workspace': {'textDocumentContent': {'dynamicRegistration': v:false}},
        \ 'experimental': {'jira': {'providersChanged': v:true}},
        \ }
endfunction

" All of it, for Vim: what autoload/jira/lsp/ does.
function! jira#lsp#capabilities#of_vim() abort
  let capabilities = jira#lsp#capabilities#of_jira()
  " A column of Vim is a byte.
  let capabilities.general = {'positionEncodings': ['utf-8']}
  let capabilities.window.workDoneProgress = v:true
  let capabilities.window.showMessage = {'messageActionItem': {'additionalPropertiesSupport': v:false}}
  call extend(capabilities.workspace, {
        \ 'applyEdit': v:true,
        \ 'configuration': v:true,
        \ 'workspaceFolders': v:true,
        \ 'workspaceEdit': {'documentChanges': v:true},
        \ 'executeCommand': {'dynamicRegistration': v:false},
        \ })
  let capabilities.textDocument = {
        \ 'synchronization': {'dynamicRegistration': v:false, 'willSave': v:true, 'didSave': v:true},
        \ 'completion': {'completionItem': {'snippetSupport': v:false, 'documentationFormat': ['plaintext'], 'insertReplaceSupport': v:false}},
        \ 'hover': {'contentFormat': ['markdown', 'plaintext']},
        \ 'documentLink': {'tooltipSupport': v:false},
        \ 'codeAction': {'codeActionLiteralSupport': {'codeActionKind': {'valueSet': ['', 'quickfix', 'refactor', 'source']}}, 'isPreferredSupport': v:true},
        \ 'publishDiagnostics': {'relatedInformation': v:false, 'tagSupport': {'valueSet': [1, 2]}, 'codeDescriptionSupport': v:true},
        \ }
  return capabilities
endfunction
