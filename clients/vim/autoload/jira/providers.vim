" The configured providers, as the agent told last.

let s:providers = []

" A list of {id, name, baseUrl, state, …}; see `Provider` in the agent's documentation.
function! jira#providers#all() abort
  return s:providers
endfunction

" Takes the whole list anew; a provider that can be reached again brings back what is shown of it.
function! jira#providers#changed(providers) abort
  let before = s:providers
  let s:providers = a:providers
  for provider in a:providers
    let former = get(filter(copy(before), {_, each -> each.id ==# provider.id}), 0, {})
    if provider.state ==# 'connected' && get(former, 'state', 'connected') !=# 'connected'
      call jira#buffers#provider_is_back(provider.id)
    endif
  endfor
  call jira#events#emit('ProvidersChanged', {'providers': a:providers})
  redrawstatus!
endfunction

" Asks the agent for the list.
function! jira#providers#refresh(...) abort
  let Then = get(a:000, 0, {providers -> 0})
  call jira#agent#request('jira/providers', {}, function('s:told', [Then]))
endfunction

function! s:told(Then, result) abort
  call jira#providers#changed(a:result.providers)
  call a:Then(s:providers)
endfunction

" Calls {Then} with the provider that is meant where a command does not tell: the only one, the one of the options, or the
" one that the user chooses. Where that is none, the function that may follow is called.
function! jira#providers#which(Then, ...) abort
  let preferred = get(b:, 'jira_provider', get(g:, 'jira_provider', ''))
  call call('jira#providers#choose', [preferred, 'Which Jira?', {_ -> 1}, a:Then] + a:000)
endfunction

" Calls {Then} with a provider: the one that {name} names, the only one, or the one that the user chooses.
"
" {Fits} says of a provider whether it may be meant. Where there is none, the function that may follow is called.
function! jira#providers#choose(name, prompt, Fits, Then, ...) abort
  let question = {'name': a:name, 'prompt': a:prompt, 'fits': a:Fits, 'then': a:Then, 'otherwise': get(a:000, 0, {-> 0})}
  call jira#providers#refresh({providers -> s:choose(providers, question)})
endfunction

function! s:choose(providers, question) abort
  let fit = filter(copy(a:providers), {_, each -> a:question.fits(each)})
  let name = a:question.name
  let named = name ==# '' ? fit : filter(copy(fit), {_, each -> each.id ==# name || each.name ==? name || each.baseUrl ==# name})
  if len(named) == 1
    return a:question.then(named[0])
  endif
  if !empty(named)
    return jira#ui#select(named, a:question.prompt, function('jira#providers#label'), a:question.then, a:question.otherwise)
  endif
  call jira#ui#error(empty(a:providers) ? 'No Jira is configured: add one with `:Jira add`.'
        \ : name ==# '' ? 'No configured Jira is fit for this.'
        \ : 'There is no Jira “' .. name .. '” for this; `:Jira providers` lists them.')
  call a:question.otherwise()
endfunction

" One line about a provider.
function! jira#providers#label(provider) abort
  return a:provider.name .. '  ' .. a:provider.baseUrl .. '  (' .. jira#providers#state(a:provider) .. ')'
endfunction

" Its state, for people.
function! jira#providers#state(provider) abort
  let user = get(get(a:provider, 'user', {}), 'displayName', '')
  return get({
        \ 'connected': user ==# '' ? 'connected' : 'connected as ' .. user,
        \ 'needsAuthorization': 'not signed in',
        \ 'credentialsExpired': 'the sign-in is over',
        \ 'credentialsRejected': 'the credentials were refused',
        \ 'unreachable': 'out of reach',
        \ }, a:provider.state, a:provider.state)
endfunction
