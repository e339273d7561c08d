// What wakes somebody. Each query's meaning and cure stand in docs/runbook.md under the same name.
param stage string
param location string
param tags object
param insightsId string
param actionGroupId string
param appId string

// The program writes JSON log lines that count (events 4201, 4202 and 4203); see docs/runbook.md, "What the numbers mean".
// host.json keeps them out of sampling, so that each arrives.
var standing = 'traces | where message has "EventId" | extend line = parse_json(message) | where toint(line.EventId)'
var rules = [
  {
    name: 'unacknowledged-risk'
    text: 'A risk alert has waited for more than 15 minutes.'
    severity: 0
    query: '${standing} == 4202 | where toint(line.State.OldestRiskSeconds) > 900'
    minutes: 5
  }
  {
    name: 'oldest-due-slot'
    text: 'A due check-in has waited for more than 15 minutes.'
    severity: 1
    query: '${standing} == 4201 | where toint(line.State.OldestDueSeconds) > 900'
    minutes: 15
  }
  {
    name: 'poison'
    text: 'A queue message failed five times.'
    severity: 1
    query: '${standing} == 4203 | where toint(line.State.Poison) > 0'
    minutes: 15
  }
  {
    name: 'silent'
    text: 'The minute timer has not been heard of for 15 minutes.'
    severity: 0
    query: '${standing} == 4201 | summarize n = count() | where n == 0'
    minutes: 15
  }
]

resource queries 'Microsoft.Insights/scheduledQueryRules@2023-03-15-preview' = [
  for rule in rules: {
    name: rule.name
    location: location
    tags: tags
    properties: {
      displayName: rule.name
      description: rule.text
      severity: rule.severity
      enabled: stage == 'prod'
      scopes: [insightsId]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT${rule.minutes}M'
      criteria: {
        allOf: [{ query: rule.query, timeAggregation: 'Count', operator: 'GreaterThan', threshold: 0 }]
      }
      actions: { actionGroups: [actionGroupId] }
      autoMitigate: true
    }
  }
]

resource failures 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'server-errors'
  location: 'global'
  tags: tags
  properties: {
    description: 'Webhooks or pages answer 5xx.'
    severity: 1
    enabled: stage == 'prod'
    scopes: [appId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'http5xx'
          criterionType: 'StaticThresholdCriterion'
          metricName: 'Http5xx'
          operator: 'GreaterThan'
          threshold: 5
          timeAggregation: 'Total'
        }
      ]
    }
    actions: [{ actionGroupId: actionGroupId }]
  }
}
