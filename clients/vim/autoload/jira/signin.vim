" Getting in, and out.

" :Jira add [url]
function! jira#signin#add(args) abort
  call s:with_url(a:args.rest, function('s:probe'))
endfunction

function! s:with_url(url, Then) abort
  if a:url !=# ''
    return a:Then(a:url)
  endif
  call jira#ui#input('Address of Jira: ', 'https://', a:Then)
endfunction

function! s:probe(url) abort
  call jira#agent#request('jira/probe', {'baseUrl': a:url}, function('s:probed'))
endfunction

function! s:probed(server) abort
  call jira#ui#warnings(a:server)
  let ways = filter(copy(a:server.authentication), 'v:val.supported')
  let prompt = 'The way into “' .. jira#text#line(a:server.server.title) .. '”, Jira ' .. a:server.server.version .. ':'
  call jira#ui#select(ways, prompt, {way -> s:way_name(way.type) .. (way.recommended ? ' (recommended)' : '') .. ': ' .. way.reason}, {way -> s:configure_by(way.type, a:server)})
endfunction

function! s:way_name(type) abort
  return get({'token': 'Personal access token', 'oauth1': 'OAuth, in the browser', 'basic': 'User name and password'}, a:type, a:type)
endfunction

function! s:configure_by(type, server) abort
  if a:type ==# 'token'
    call jira#ui#secret('Create a token at ' .. a:server.personalAccessTokensUrl .. "\nPaste it here (it is not shown): ", {token -> s:configure(a:server.baseUrl, {'type': 'token', 'token': token})})
  elseif a:type ==# 'basic'
    call jira#ui#input('User name: ', '', {name -> jira#ui#secret('Password (it is not shown): ', {password -> s:configure(a:server.baseUrl, {'type': 'basic', 'username': name, 'password': password})})})
  elseif a:type ==# 'oauth1'
    let ways = [{'name': 'Make a new key pair', 'begin': function('s:make_keys')}, {'name': 'Use the private key of a PEM file', 'begin': function('s:use_key')}]
    call jira#ui#select(ways, 'OAuth needs a key pair:', {way -> way.name}, {way -> way.begin(a:server.baseUrl)})
  endif
endfunction

" A server that is configured already is signed in to again.
function! s:configure(url, authentication) abort
  call jira#providers#refresh({providers -> s:send_configuration(providers, a:url, a:authentication)})
endfunction

function! s:send_configuration(providers, url, authentication) abort
  let params = {'baseUrl': a:url, 'authentication': a:authentication}
  let former = filter(copy(a:providers), {_, each -> each.baseUrl ==# a:url && each.state !=# 'connected'})
  if !empty(former)
    let params.provider = former[0].id
  endif
  call jira#agent#request('jira/configure', params, function('s:configured'))
endfunction

function! s:configured(result) abort
  let provider = a:result.provider
  call jira#providers#refresh()
  if provider.state ==# 'needsAuthorization'
    return jira#ui#say(provider.name .. ' is configured. When the application link is there: `:Jira authorize`.')
  endif
  call jira#ui#say(provider.name .. ': ' .. jira#providers#state(provider) .. '.')
endfunction

" :Jira keys [url]
function! jira#signin#keys(args) abort
  call s:with_url(a:args.rest, {url -> jira#agent#request('jira/probe', {'baseUrl': url}, {server -> s:make_keys(server.baseUrl)})})
endfunction

function! s:make_keys(url) abort
  call jira#agent#request('jira/generateKeyPair', {'baseUrl': a:url}, function('s:keys_made', [a:url]))
endfunction

" The page for the administrator, and the provider that waits for it.
function! s:keys_made(url, keys) abort
  call jira#ui#warnings(a:keys)
  let link = a:keys.applicationLink
  let lines = ['# An application link for ' .. a:url, '',
        \ 'An administrator of Jira creates it once, with these values.', '',
        \ 'Application Name:  ' .. link.applicationName,
        \ 'Consumer Key:      ' .. link.consumerKey,
        \ 'Consumer Name:     ' .. link.consumerName,
        \ 'Public Key:', ''] + split(link.publicKey, "\n") + ['', '## Steps', '']
  for index in range(len(link.steps))
    call add(lines, (index + 1) .. '. ' .. jira#text#line(link.steps[index]))
  endfor
  call extend(lines, ['', 'RSA, ' .. a:keys.bits .. ' bits, ' .. a:keys.fingerprint .. '. The private key stays with the agent.',
        \ '', 'Then sign in: `:Jira authorize`'])
  call jira#buffers#scratch('', 'keys', lines, 'markdown')
  call s:configure(a:url, {'type': 'oauth1', 'consumerKey': link.consumerKey, 'keyPair': a:keys.id})
endfunction

" A key that the administrator gave.
function! s:use_key(url) abort
  call jira#ui#input('Consumer key: ', '', {consumer -> jira#ui#input_file('File of the private key (PEM): ', {path -> s:read_key(a:url, consumer, expand(path))})})
endfunction

function! s:read_key(url, consumer, path) abort
  if !filereadable(a:path)
    return jira#ui#error('There is no file ' .. a:path .. '.')
  endif
  let authentication = {'type': 'oauth1', 'consumerKey': a:consumer, 'privateKey': join(readfile(a:path), "\n") .. "\n"}
  if authentication.privateKey !~# 'ENCRYPTED'
    return s:configure(a:url, authentication)
  endif
  call jira#ui#secret('Passphrase of the key (it is not shown): ', {passphrase -> s:configure(a:url, extend(authentication, {'passphrase': passphrase}))})
endfunction

" :Jira authorize [provider] [browser or code]
function! jira#signin#authorize(args) abort
  let words = split(a:args.rest)
  let way = index(['browser', 'code'], get(words, -1, '')) >= 0 ? remove(words, -1) : ''
  " Over SSH the browser is on another machine, and cannot come back to this one.
  let redirect = way ==# 'code' || (way ==# '' && (!empty($SSH_CONNECTION) || !empty($SSH_TTY))) ? 'oob' : 'loopback'
  call jira#providers#choose(join(words), 'Sign in to:', {each -> each.authentication.type ==# 'oauth1'}, function('s:authorize', [redirect]))
endfunction

function! s:authorize(redirect, provider) abort
  let params = {'provider': a:provider.id, 'redirect': a:redirect, 'openBrowser': a:redirect ==# 'loopback' ? v:true : v:false}
  call jira#agent#request('jira/authorize', params, function('s:approve', [a:redirect, a:provider]))
endfunction

" The address is shown too: the browser that opened may have been another's.
function! s:approve(redirect, provider, authorization) abort
  let until = strpart(a:authorization.expiresAt, 11, 5) .. ' UTC'
  let lines = ['# Sign in to ' .. jira#text#line(a:provider.name), '', 'Approve at <' .. a:authorization.url .. '>', '']
  if a:redirect ==# 'loopback'
    call s:show_authorization(lines + ['The browser comes back by itself, until ' .. until .. '. Meanwhile you can go on.'])
    return s:complete({'authorization': a:authorization.authorization})
  endif
  call s:show_authorization(lines + ['Then type the code that Jira shows, until ' .. until .. '.'])
  redraw
  call jira#ui#input('The code that Jira shows: ', '', {code -> s:complete({'authorization': a:authorization.authorization, 'verifier': code})})
endfunction

function! s:show_authorization(lines) abort
  call jira#buffers#scratch('belowright 7', 'authorize', a:lines, 'markdown')
endfunction

function! s:complete(params) abort
  call jira#agent#request('jira/completeAuthorization', a:params, function('s:authorized'), function('s:not_authorized'))
endfunction

function! s:authorized(result) abort
  silent! bwipeout jira:///authorize
  call s:configured(a:result)
endfunction

function! s:not_authorized(error) abort
  silent! bwipeout jira:///authorize
  call jira#ui#failed(a:error)
endfunction

" :Jira signout [provider]
function! jira#signin#sign_out(args) abort
  call jira#providers#choose(a:args.rest, 'Sign out of:', {each -> each.state !=# 'needsAuthorization'}, {provider -> jira#agent#request('jira/signOut', {'provider': provider.id}, function('s:signed_out'))})
endfunction

function! s:signed_out(result) abort
  call jira#providers#refresh()
  call jira#ui#say('Signed out of ' .. a:result.provider.name .. '; its credentials are forgotten here.')
endfunction

" :Jira remove [provider]
function! jira#signin#remove(args) abort
  call jira#providers#choose(a:args.rest, 'Remove:', {each -> 1}, function('s:remove'))
endfunction

function! s:remove(provider) abort
  call jira#ui#agree('Remove ' .. a:provider.name .. ', and forget its credentials?', {-> jira#agent#request('jira/removeProvider', {'provider': a:provider.id}, function('s:removed', [a:provider]))})
endfunction

function! s:removed(provider, result) abort
  call jira#providers#refresh()
  call jira#ui#say(a:provider.name .. ' is removed.')
endfunction

" :Jira providers
function! jira#signin#providers(args) abort
  call jira#providers#refresh(function('s:list'))
endfunction

function! s:list(providers) abort
  if empty(a:providers)
    return jira#ui#say('No Jira is configured: add one with `:Jira add`.')
  endif
  for provider in a:providers
    call jira#ui#say(provider.id .. '  ' .. jira#providers#label(provider))
  endfor
endfunction
