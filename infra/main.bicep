// Everything one MiCheckin service needs in a resource group of its own.
// az deployment group create -g <group> -f infra/main.bicep -p infra/prod.bicepparam
targetScope = 'resourceGroup'

@description('Short name of the service, in every resource name: letters and digits.')
@minLength(3)
@maxLength(11)
param name string

@description('dev or prod: decides retention, replicas and how loud the alerts are.')
@allowed(['dev', 'prod'])
param stage string

@description('Flex Consumption is not in every region: az functionapp list-flexconsumption-locations')
param location string = resourceGroup().location

@description('Who hears of faults: an e-mail address.')
param adminEmail string

@description('The https address of the app as people and Twilio reach it. Empty: the default host name.')
param publicBaseUrl string = ''

@description('The Entra application (client) id that App Service authentication signs people in with.')
param consoleClientId string

@description('Twilio account SID, AC…')
param twilioAccountSid string

@description('Twilio messaging service SID, MG…')
param twilioMessagingServiceSid string

@description('Segments a second that the sender may use: 1 for a long code, 3 for toll-free, more for a short code.')
param twilioSegmentsPerSecond string = '1'

@description('SMTP server of the mail relay; port 587 with STARTTLS.')
param mailHost string

@description('User name at the mail relay.')
param mailUser string

@description('From address of digests and pages.')
param mailFrom string

@description('The most instances the app may grow to. Flex Consumption allows 40 to 1000.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int = 40

var suffix = uniqueString(resourceGroup().id, name, stage)
var appName = 'func-${name}-${stage}-${take(suffix, 6)}'
var baseUrl = empty(publicBaseUrl) ? 'https://${appName}.azurewebsites.net' : publicBaseUrl
var tags = { service: name, stage: stage }

module watch 'modules/watch.bicep' = {
  name: 'watch'
  params: { name: name, stage: stage, location: location, adminEmail: adminEmail, tags: tags }
}

module data 'modules/data.bicep' = {
  name: 'data'
  params: { accountName: take('st${name}${stage}${suffix}', 24), stage: stage, location: location, tags: tags }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: { vaultName: take('kv-${name}-${stage}-${suffix}', 24), stage: stage, location: location, tags: tags }
}

module app 'modules/app.bicep' = {
  name: 'app'
  params: {
    appName: appName
    location: location
    tags: tags
    storageAccountName: data.outputs.accountName
    deploymentContainer: data.outputs.deploymentContainer
    vaultName: vault.outputs.vaultName
    insightsName: watch.outputs.insightsName
    maximumInstanceCount: maximumInstanceCount
    consoleClientId: consoleClientId
    settings: {
      MiCheckin__Texts: 'twilio'
      MiCheckin__Storage: data.outputs.accountName
      MiCheckin__AdminEmail: adminEmail
      MiCheckin__ConsoleUrl: baseUrl
      MiCheckin__Console__Auth: 'easyauth'
      MiCheckin__Twilio__AccountSid: twilioAccountSid
      MiCheckin__Twilio__MessagingServiceSid: twilioMessagingServiceSid
      MiCheckin__Twilio__SegmentsPerSecond: twilioSegmentsPerSecond
      MiCheckin__Twilio__PublicBaseUrl: baseUrl
      MiCheckin__Mail__Host: mailHost
      MiCheckin__Mail__User: mailUser
      MiCheckin__Mail__From: mailFrom
    }
    // Setting name -> secret name in the vault. The values are put there by hand or by a pipeline, never by this file.
    secrets: {
      MiCheckin__PhoneKey: 'phone-key'
      MiCheckin__Twilio__AuthToken: 'twilio-auth-token'
      MiCheckin__Twilio__ApiKeySid: 'twilio-api-key-sid'
      MiCheckin__Twilio__ApiKeySecret: 'twilio-api-key-secret'
      MiCheckin__Mail__Password: 'mail-password'
      MICROSOFT_PROVIDER_AUTHENTICATION_SECRET: 'console-client-secret'
    }
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    stage: stage
    location: location
    tags: tags
    insightsId: watch.outputs.insightsId
    actionGroupId: watch.outputs.actionGroupId
    appId: app.outputs.appId
  }
}

output appName string = appName
output baseUrl string = baseUrl
output vaultName string = vault.outputs.vaultName
output inboundWebhook string = '${baseUrl}/sms/inbound'
output statusCallback string = '${baseUrl}/sms/status'
