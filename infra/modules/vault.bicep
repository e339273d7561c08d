// Secrets. Read by the app's identity, filled by hand (docs/runbook.md, "Secrets").
param vaultName string
param stage string
param location string
param tags object

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: vaultName
  location: location
  tags: tags
  properties: {
    tenantId: subscription().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    // Losing the phone key would lose every participant's number, so production cannot purge it.
    enablePurgeProtection: stage == 'prod' ? true : null
  }
}

output vaultName string = vault.name
