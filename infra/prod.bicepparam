using 'main.bicep'

param name = 'micheckin'
param stage = 'prod'
param adminEmail = 'oncall@clinic.example'
param publicBaseUrl = 'https://checkin.clinic.example'
param consoleClientId = '00000000-0000-0000-0000-000000000000'
param twilioAccountSid = 'AC00000000000000000000000000000000'
param twilioMessagingServiceSid = 'MG00000000000000000000000000000000'
param twilioSegmentsPerSecond = '3'
param mailHost = 'smtp.clinic.example'
param mailUser = 'micheckin'
param mailFrom = 'checkin@clinic.example'
param maximumInstanceCount = 100
